package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cleanclaim.app.pricing.HospitalJson;
import org.cleanclaim.pricing.inpatient.Hospital;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is needed to price files of claims and stands in none of them.
final class ClaimTerms {
  @Option(
      names = "--hospital",
      paramLabel = "FILE",
      description = "Hospitals of the provider-specific file, JSON, for inpatient stays.")
  @Nullable Path hospitalFile;

  @Option(
      names = "--cbsa",
      paramLabel = "AREA",
      description = "Wage area of a surgical center: five digits, or two of a state's rural areas.")
  String area = "";

  @Option(
      names = "--base-units",
      paramLabel = "CODE=UNITS",
      description = "Base units of an anesthesia code; may be given several times.")
  Map<String, Integer> baseUnits = Map.of();

  /// By NPI, where they have one, and by certification number.
  Map<String, Hospital> hospitals() throws IOException {
    Path file = hospitalFile;
    if (file == null) return Map.of();
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("There is no file " + file + ". Check the name.");
    }
    try {
      return HospitalJson.all(JsonMapper.shared().readTree(Files.readString(file)));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new CommandFailure("%s cannot be read: %s Correct it.".formatted(file, e.getMessage()));
    }
  }
}
