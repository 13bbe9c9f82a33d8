# SPDX-License-Identifier: MPL-2.0
"""First names that are common in the United Kingdom, among old and young, from whatever part of the world."""

from __future__ import annotations

_NAMES = """
Abbie Abdul Abena Abigail Ada Adaeze Adam Adebayo Adele Adeline Aditi Adrian Afia Agata Agnes Agnieszka Ahmad Ahmed
Aidan Aileen Aisha Aiyana Akosua Alan Albert Alec Aled Alejandro Aleksander Alex Alexa Alexander Alexandra Alexis
Alfie Alfred Ali Alice Alina Alison Alistair Alma Alun Alwyn Amanda Amara Amelia Amina Amir Amit Amrit Amy Anand
Anastasia Anders Andrea Andrew Anesu Angela Angharad Angus Ania Aniela Anika Anil Anita Anjali Ann Anna Annabel Anne
Annette Annie Anoushka Anthony Antonia Antonio Anwar Anwen Archie Aria Arjun Arlene Arthur Arun Asha Ashok Asif Asma
Astrid Audrey Aurelia Ava Avril Ayesha Aysha Azra Barbara Barbra Barry Bartosz Beata Beatrice Bella Ben Benjamin
Berenice Bernadette Bernard Bertha Beryl Beth Bethan Betty Bilal Billy Bob Bobby Bogdan Boris Bozena Brenda Brendan
Brian Bridget Bronwen Bruce Bryan Bryn Caitlin Calum Cameron Camilla Carla Carlos Carmen Carol Caroline Carolyn Carys
Cassandra Cath Catherine Cathy Cecil Cecilia Ceri Cerys Charles Charlie Charlotte Cheryl Chidi Chinwe Chioma Chipo
Chloe Chris Christine Christopher Ciara Claire Clara Clare Clarence Claude Clement Clifford Clive Colette Colin Connie
Conor Constance Cora Corinne Craig Cynthia Cyril Dafydd Daisy Damian Damilola Daniel Danuta Daphne Darren Dave David
Dawn Debbie Deborah Declan Deepak Deirdre Delia Delphine Delroy Delyth Denise Dennis Denzil Derek Desmond Devi Diana
Diane Dilys Dimitri Dinesh Diya Dolores Dominic Donald Donna Dora Doreen Doris Dorota Dorothea Dorothy Douglas Duncan
Dylan Eamon Ebony Edgar Edith Edmund Edna Edward Edwin Efua Eileen Eirlys Elaine Eleanor Elena Elias Elinor Elisabeth
Elizabeth Ella Ellen Elliott Elodie Eloise Elsie Elwyn Elzbieta Emeka Emily Emine Emma Emmanuel Emrys Enid Enoch Eric
Erika Erin Ernest Ernestine Errol Ester Esther Ethan Ethel Eugene Eunice Eva Evan Eve Evelyn Ewa Ewan Farah Fatima
Fatma Fatoumata Faye Felicity Felix Ferdinand Finlay Fiona Fizza Flora Florence Fran Frances Francesca Francis
Francisco Frank Fred Freda Freddie Frederick Frieda Funmi Gabriel Gabriela Gail Gareth Garry Gary Gavin Gemma Geoffrey
George Gerald Geraldine Gertrude Ghulam Gillian Gita Giulia Giuseppe Gladwyn Gladys Glenda Glenys Gloria Glynis
Godfrey Gopal Gordon Graham Grazyna Greta Griselda Grzegorz Gulsum Gurpreet Gwen Gwendoline Gwyn Gwyneth Habiba Halima
Hamza Hanna Hannah Harish Harjit Harold Haroon Harpreet Harriet Harry Haruka Hasan Hassan Hazel Heather Hector Heidi
Helen Henrietta Henry Herbert Hester Hettie Hilary Hilda Horace Howard Huda Hugh Hugo Humphrey Husna Hussein Hyacinth
Ian Ibrahim Ida Idris Ifeoma Ifor Iman Imogen Imran Indira Ingrid Iona Irena Irene Irina Iris Isaac Isabel Isabella
Isha Isla Ismail Ivan Ivy Iwan Iwona Jackie Jacob Jacqueline Jacques Jadwiga Jai Jake Jamal James Jamie Jamila Jan
Jane Janet Janice Janina Jaroslav Jasmine Jason Jaswinder Javed Jaya Jayne Jean Jeff Jeffrey Jemima Jenna Jennifer
Jenny Jeremy Jerome Jerzy Jess Jessica Jessie Jill Jim Jimmy Jo Joan Joanna Joanne Jock Jodie Joe Joel Johan Johanna
John Jolanta Jonas Jonathan Jorge Jose Josef Joseph Josephine Joshua Josie Joyce Jozef Juan Juanita Judith Judy Julia
Julie Juliet Justin Justyna Jyoti Kalpana Kamal Kamala Karen Karim Karolina Kasia Katarzyna Kate Kathleen Kathryn
Kathy Katie Katrina Kavita Kazimierz Keith Kelly Kemi Ken Kenneth Kerry Kevin Khadija Khalid Kieran Kiran Kirsten
Kirsty Kofi Krishna Krystyna Krzysztof Kumar Kunle Kwabena Kwame Kyle Lakshmi Lance Lata Latifa Latoya Laura Laurel
Lauren Lawrence Layla Leila Len Lena Leon Leonard Leonora Leroy Les Lesley Leslie Letitia Lewis Liam Lilian Lilla
Lillian Lily Linda Linette Lionel Lisa Liz Lizzie Llewellyn Lloyd Lois Lola Loretta Lorraine Lottie Louis Louisa
Louise Luca Lucy Luigi Luis Lukasz Luke Lydia Lyn Lynda Lynn Lynne Mabel Madeleine Madge Magda Magdalena Maggie
Mahmoud Mair Mairead Maisie Malcolm Malgorzata Manjit Manoj Marcel Marcia Marcin Marco Marcus Mared Margaret Maria
Mariam Marian Mariana Marie Marilyn Mario Mariola Marion Marjorie Marlene Marta Martha Martin Martyn Marvin Mary
Maryam Mateusz Mathew Matilda Matthew Maud Maude Maureen Maurice Mavis Maxine Meera Megan Mehmet Meirion Melanie
Meriel Mervyn Mia Michael Michelle Mick Mike Mildred Milena Millicent Millie Minnie Mira Miriam Mirza Mohamed Mohammed
Mohan Moira Molly Mona Monica Monika Morag Morwenna Moses Mostafa Muhammad Muriel Mustafa Myfanwy Myra Myrtle Nabila
Nadia Nadine Nancy Nanette Naomi Narinder Nasir Nasreen Nasrin Natalie Natasha Nathan Neha Neil Nellie Nerys Nesta
Ngozi Nia Niamh Nicholas Nick Nicola Nicole Nigel Nina Noah Noel Noelle Nora Noreen Norma Norman Nour Nuala Nurul
Nusrat Oksana Olga Olive Oliver Olivia Olivier Olu Olumide Olwen Omar Oonagh Oriel Orla Oscar Osman Oswald Owain Owen
Padma Padraig Pam Pamela Parveen Pascal Patricia Patrick Patryk Patsy Paul Paula Pauline Pavel Pawel Pearl Pedro Peggy
Percy Perpetua Peter Petra Phil Philip Philippa Phoebe Phyllis Pierre Piotr Polly Pooja Prakash Pratibha Preeti Prem
Priya Przemyslaw Queenie Quentin Rachael Rachel Radha Rafael Rafiq Raisa Raj Rajesh Raju Rakesh Ralf Ralph Randolph
Rania Rashid Rashida Ravi Raymond Razia Rebecca Reena Reg Regina Reginald Rehana Renata Renuka Reuben Rhian Rhiannon
Rhoda Rhona Rhys Ricardo Richard Rick Ricky Rita Ritu Rizwana Robert Robin Rodney Roger Roland Roma Ron Ronald Ronnie
Rosa Rosalind Rosanna Rosemary Roshan Rosie Rosina Ross Rowena Roxanne Roy Rubina Ruby Rudolph Rukhsana Rupert Russell
Ruth Ryan Ryszard Saba Sabina Sabrina Sadia Saeed Safiya Saira Sajid Salim Sally Salma Sam Samantha Sameera Samina
Samuel Sana Sandra Sanjana Sanjay Sara Sarah Sarita Sasha Savita Scott Sean Seema Selina Selma Seren Serena Sergei
Shabana Shabnam Shahid Shakila Shamim Shanice Shannon Sharmila Sharon Shaun Shazia Sheela Sheena Sheila Shelagh
Shireen Shirley Shona Shreya Sian Sidney Sienna Silvia Simon Simone Sinead Siobhan Sion Slawomir Sofia Solomon Sonia
Sophie Soraya Stacey Stan Stanislaw Stanley Stefan Stella Steph Stephanie Stephen Steve Steven Stewart Stuart Sultana
Sunil Sunita Suresh Surinder Susan Susanna Susannah Suzanne Svetlana Sybil Syeda Sylvia Szymon Tadeusz Tahira Tamara
Tamsin Tania Tanisha Tanya Tara Taras Tariq Tasnim Tayyab Temi Tendai Terence Teresa Terry Tessa Thandi Thelma Theo
Theodora Theresa Thomas Timothy Tina Tobias Toby Todd Tom Tomasz Tommy Toni Tony Tracey Tracy Trevor Trudy Tunde Una
Urmila Ursula Usha Uzma Valerie Vanessa Vasile Veena Velma Venetia Vera Vernon Veronica Vesna Vicky Victor Vijay
Vikram Vincent Vinod Violet Vivek Vivian Vivien Vladimir Walter Wanda Wayne Wendell Wendy Wieslaw Wilf Wilfred
Wilhelmina William Wilma Winifred Wojciech Xavier Yasmin Yasmina Yetunde Yolanda Youssef Yuki Yuri Yusuf Yvonne Zahra
Zainab Zara Zbigniew Zeinab Zelda Zenobia Zoe Zofia Zsofia Zubaida Zuzanna
"""

_WORDS_TOO = """
Amber April Art Autumn Basil Bill Blessing Bob Bonnie Carol Charity Cherry Clementine Coral Crystal Daisy Dale Dawn
Dean Dot Ernest Faith Fern Flora Florence Frank Gay Ginger Glen Glory Grace Grant Guy Hazel Heath Heather Holly
Hope Iris Ivy Jack Jade Jean Joy June Lee Leo Lily Mark Max May Mercy Miles Myrtle Norman Olive Opal Pat Patience
Pearl Penny Poppy Precious Prudence Ray Rob Robin Rose Rosemary Roy Ruby Sandy Shah Sky Sterling Sue Summer Sunny Ted
Verity Victor Viola Violet Will Winter
"""

FIRST_NAMES = frozenset(_NAMES.split())
"""First names as they are written at the beginning of a name."""

WORDS_TOO = frozenset(_WORDS_TOO.split())
"""First names that are everyday words too: a capital in the middle of a sentence makes them names."""
