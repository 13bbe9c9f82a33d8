# SPDX-License-Identifier: MPL-2.0
"""Names of laws and public bodies that were replaced, each with what stands in its place in England.

What a law says about something past keeps its name; the rule leaves sentences about the past alone.
"""

from __future__ import annotations

import re

_NAMES: tuple[tuple[str, str], ...] = (
    (r"Data Protection Act (?:1984|1998)|DPA 1998", "the Data Protection Act 2018 and the UK GDPR"),
    ((r"(?:Regulation )?\(?EU\)? (?:No )?2016/679|EU GDPR|"
        r"General Data Protection Regulation \(EU\)[^.;,]{0,12}"), "the UK GDPR"),
    (r"Public Contracts Regulations 2015|PCR 2015|PCR2015", "the Procurement Act 2023"),
    ((r"Disability Discrimination Act(?: 1995| 2005)?|Race Relations Act(?: 1976| 2000)?|"
        r"Sex Discrimination Act(?: 1975)?"),
     "the Equality Act 2010"),
    (r"National Assistance Act(?: 1948)?|NHS and Community Care Act(?: 1990)?|Fair Access to Care(?: Services)?",
     "the Care Act 2014"),
    (r"[“\"‘']?No Secrets[”\"’']?(?: (?:guidance|policy|procedures?))?", "the statutory guidance to the Care Act 2014"),
    ((r"Criminal Records Bureau|CRB (?:checks?|disclosures?|clearance)|"
        r"enhanced CRB"), "the Disclosure and Barring Service (DBS)"),
    (r"Independent Safeguarding Authority|POVA(?: list)?|POCA list", "the Disclosure and Barring Service (DBS)"),
    (r"Commission for Social Care Inspection|CSCI|Healthcare Commission|Care Standards Act 2000",
     "the Care Quality Commission, and the Health and Social Care Act 2008"),
    (r"[Cc]linical [Cc]ommissioning [Gg]roups?|CCGs?|Primary Care Trusts?|PCTs", "the integrated care board"),
    (r"Public Health England", "the UK Health Security Agency, and the Office for Health Improvement and Disparities"),
    (r"NHS Digital|NHSX|Health Education England", "NHS England"),
    (r"(?:NHS )?(?:IG|Information Governance) Toolkit", "the Data Security and Protection Toolkit"),
    (r"Department of Health(?! and Social Care)(?! & Social Care)", "the Department of Health and Social Care"),
    (r"Homes and Communities Agency|Tenant Services Authority|Housing Corporation", "the Regulator of Social Housing"),
    ((r"Education and Skills Funding Agency|ESFA|Skills Funding Agency|"
        r"Learning and Skills Council"), "the Department for Education"),
    (r"Institute for Apprenticeships(?: and Technical Education)?|IfATE", "Skills England"),
    (r"(?:CQC(?:’s)? )?[Ee]ssential [Ss]tandards(?: of [Qq]uality and [Ss]afety)?|"
     r"National Minimum Standards (?:for|in) (?:[Dd]omiciliary|[Hh]ome|[Cc]are)[ \w]{0,12}",
     "the fundamental standards (Health and Social Care Act 2008, Regulated Activities Regulations 2014)"),
    (r"Office of Fair Trading|OFT", "the Competition and Markets Authority"),
    (r"General Social Care Council|GSCC", "Social Work England"),
    (r"Common Induction Standards", "the Care Certificate"),
    (r"NHS Improvement|NHS Trust Development Authority|Strategic Health Authorit(?:y|ies)|"
     r"National Patient Safety Agency",
     "NHS England"),
    (r"Local Involvement Networks?|Patient and Public Involvement Forums?", "Healthwatch"),
    (r"National Institute for (?:Health and )?Clinical Excellence",
     "the National Institute for Health and Care Excellence"),
    (r"Health Protection Agency", "the UK Health Security Agency"),
    (r"Health and Safety Commission", "the Health and Safety Executive"),
    (r"Disability Rights Commission|Commission for Racial Equality|Equal Opportunities Commission",
     "the Equality and Human Rights Commission"),
    (r"Equal Pay Act(?: 1970)?|Employment Equality \([^)]{3,30}\) Regulations(?: 200[36])?|"
     r"(?:Race|Gender|Disability) Equality Duty", "the Equality Act 2010"),
    (r"Vetting and Barring Scheme|Protection of Vulnerable Adults (?:list|scheme)",
     "the Disclosure and Barring Service (DBS)"),
    (r"Carers \((?:Recognition and Services|Equal Opportunities)\) Act(?: 1995| 2004)?|"
     r"Carers and Disabled Children Act(?: 2000)?|Community Care \(Direct Payments\) Act(?: 1996)?|"
     r"Community Care \(Delayed Discharges[^)]{0,6}\) Act(?: 2003)?", "the Care Act 2014"),
    (r"[Aa]dult [Pp]rotection [Cc]ommittees?", "the Safeguarding Adults Board"),
    (r"Local Safeguarding Children Boards?|LSCBs?", "the safeguarding partners"),
    (r"Department for Children, Schools and Families|Department for Education and Skills|DfES|DCSF",
     "the Department for Education"),
    (r"Department of Social Security|DHSS", "the Department for Work and Pensions"),
    (r"Department for Communities and Local Government|DCLG|DLUHC|Department for Levelling Up[ ,\w]{0,26}",
     "the Ministry of Housing, Communities and Local Government"),
    (r"Inland Revenue", "HM Revenue and Customs"),
    (r"Audit Commission", "the National Audit Office"),
    (r"Data Protection (?:Registrar|Commissioner)", "the Information Commissioner"),
    (r"Qualifications and Credit Framework|QCF", "the Regulated Qualifications Framework"),
    (r"N3 (?:network|connection)|NHSnet", "the Health and Social Care Network (HSCN)"),
    (r"Fire Precautions (?:Act(?: 1971)?|\(Workplace\) Regulations(?: 199[79])?)",
     "the Regulatory Reform (Fire Safety) Order 2005"),
    (r"COSHH (?:Regulations )?(?:1988|1994|1999)|Control of Substances Hazardous to Health Regulations (?:19\d\d)",
     "COSHH 2002"),
    (r"Management of Health and Safety at Work Regulations 1992",
     "the Management of Health and Safety at Work Regulations 1999"),
    (r"Transfer of Undertakings[ \w(]{0,30}\)? Regulations 1981|TUPE(?: Regulations)? 1981", "TUPE 2006"),
    (r"Mental Health Act 1959", "the Mental Health Act 1983"),
    (r"EU Procurement (?:Directives?|rules)|Directive 2014/24/EU", "the Procurement Act 2023"),
    (r"Health Act 1999 (?:[Ss]ection 31|s\.? ?31)|[Ss]ection 31 (?:agreement|partnership)s?",
     "section 75 of the National Health Service Act 2006"),
    (r"Companies Act 1985", "the Companies Act 2006"),
    (r"Charities Act (?:1993|2006)", "the Charities Act 2011"),
    (r"RIDDOR (?:1995|1985)|Diseases and Dangerous Occurrences Regulations 1995", "RIDDOR 2013"),
    (r"Official Journal of the European Union|OJEU", "the Find a Tender service"),
    (r"Working Together to Safeguard Children,? \(?(?:2010|2013|2015|2018)\)?", "the edition of 2023"),
)  # fmt: skip

_ANY = "|".join(old for old, _ in _NAMES)

OLD_NAMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<![\w-])(?:{old})(?![\w-])"), today) for old, today in _NAMES
)
"""What finds an old name, and the name of today."""

ANY_OLD_NAME = re.compile(rf"(?<![\w-])(?=[A-Z(aces“\"‘'])(?:{_ANY})")
"""Finds whether a text has any old name at all."""
