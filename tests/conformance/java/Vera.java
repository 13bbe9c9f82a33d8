// SPDX-License-Identifier: MPL-2.0

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/**
 * Asks veraPDF about files, one after the other, in one Java machine.
 *
 * <p>Arguments are flavours such as "ua1" and "2a". Each line of standard input is the path of a PDF; the answer to it
 * is one line of JSON: a list with, for each flavour, the number of rules and of checks, and the rules that failed.
 */
public final class Vera {
    private final Map<PDFAFlavour, ValidationProfile> profiles = new LinkedHashMap<>();

    private Vera(String[] flavours) throws Exception {
        for (String name : flavours) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            profiles.put(flavour, ProfileReader.read(flavour));
        }
    }

    /** Answers until standard input ends. */
    public static void main(String[] flavours) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Vera vera = new Vera(flavours);
        ObjectMapper json = new ObjectMapper();
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            byte[] answer = (json.writeValueAsString(vera.verdicts(path)) + "\n").getBytes(StandardCharsets.UTF_8);
            System.out.write(answer);
            System.out.flush();
        }
    }

    private List<Map<String, Object>> verdicts(String path) {
        List<Map<String, Object>> found = new ArrayList<>();
        profiles.forEach((flavour, profile) -> found.add(verdict(path, flavour, profile)));
        return found;
    }

    private static Map<String, Object> verdict(String path, PDFAFlavour flavour, ValidationProfile profile) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("flavour", flavour.getId());
        said.put("rules", profile.getRules().size());
        try {
            ValidationResult result = validate(path, flavour, profile);
            said.put("checks", result.getTotalAssertions());
            said.put("compliant", result.isCompliant());
            said.put("failed", failures(result));
        } catch (Exception | StackOverflowError error) {
            // Whatever a damaged file does to the parser, the files after it get their answers too.
            said.put("checks", 0);
            said.put("compliant", false);
            said.put("failed", List.of(error.toString()));
        }
        return said;
    }

    private static ValidationResult validate(String path, PDFAFlavour flavour, ValidationProfile profile)
            throws Exception {
        ValidatorConfig config = new ValidatorConfigBuilder()
                .flavour(flavour)
                .maxFails(-1)
                .recordPasses(false)
                .maxNumberOfDisplayedFailedChecks(1)
                .build();
        try (VeraPDFFoundry foundry = Foundries.defaultInstance();
                InputStream file = new FileInputStream(path);
                PDFAParser parser = foundry.createParser(file, flavour);
                PDFAValidator validator = foundry.createValidator(config, profile)) {
            return validator.validate(parser);
        }
    }

    /** One line for each rule that failed: the rule, how often, and the first place with what is wrong there. */
    private static List<String> failures(ValidationResult result) {
        Map<RuleId, String> first = new LinkedHashMap<>();
        for (TestAssertion check : result.getTestAssertions()) {
            if (check.getStatus() == TestAssertion.Status.FAILED) {
                first.putIfAbsent(check.getRuleId(), check.getMessage() + " @ " + check.getLocation().getContext());
            }
        }
        List<String> lines = new ArrayList<>();
        result.getFailedChecks().forEach((rule, count) -> lines.add(String.format(
                "%s %s-%d, %d times: %s",
                rule.getSpecification().getId(), rule.getClause(), rule.getTestNumber(), count, first.get(rule))));
        return lines;
    }
}
