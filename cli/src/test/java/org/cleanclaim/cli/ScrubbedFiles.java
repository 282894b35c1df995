package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files of claims, and the command that checks them.
final class ScrubbedFiles {
  static final String HEADER =
      """
      ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260301*0900*^*00501*000000008*0*T*:~
      GS*HC*CLINIC*PAYER*20260301*0900*8*X*005010X222A1~
      ST*837*0001*005010X222A1~
      BHT*0019*00*B1*20260301*0900*CH~
      NM1*41*2*A CLINIC*****46*CLINIC~
      PER*IC*BILLING*TE*6145550100~
      NM1*40*2*A PAYER*****46*PAYER~
      HL*1**20*1~
      NM1*85*2*A CLINIC*****XX*1234567893~
      N3*1 PLAIN ST~
      N4*MARLOW*OH*432150001~
      REF*EI*471852369~
      HL*2*1*22*0~
      SBR*P*18*G1*A GROUP*****CI~
      NM1*IL*1*TEST*PAT****MI*M100~
      N3*2 PLAIN ST~
      N4*MARLOW*OH*432150001~
      DMG*D8*19700505*F~
      NM1*PR*2*A PAYER*****PI*PAYER~
      """;

  private ScrubbedFiles() {}

  static String claim(String number, String code, String day) {
    return """
    CLM*%s*100***11:B:1*Y*A*Y*Y~
    HI*ABK:I10~
    LX*1~
    SV1*HC:%s*100*UN*1***1~
    DTP*472*D8*%s~
    """
        .formatted(number, code, day);
  }

  static Path file(Path folder, String... claims) throws IOException {
    String trailer =
        """
        SE*%d*0001~
        GE*1*8~
        IEA*1*000000008~
        """
            .formatted(17 + 5 * claims.length + 1);
    String text = HEADER + String.join("", claims) + trailer;
    return Files.writeString(folder.resolve("claims.837"), text.replace("\n", ""));
  }

  static List<String> ruleCounts(Outcome outcome) {
    return outcome.lines().stream()
        .filter(l -> l.matches("NCCI-\\w+ +\\d+"))
        .map(l -> l.replaceAll(" +", " "))
        .toList();
  }

  static Outcome scrub(Path file, String... options) {
    var arguments = new ArrayList<>(List.of("scrub", file.toString(), "--as-of", "2026-03-01"));
    arguments.addAll(List.of("--home", file.resolveSibling("home").toString()));
    arguments.addAll(List.of(options));
    return Outcome.apart(arguments.toArray(String[]::new));
  }
}
