package org.cleanclaim.app.risk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cleanclaim.app.scrub.ClaimFiles;
import org.cleanclaim.app.scrub.FhirClaims;
import org.cleanclaim.grouping.hcc.EligibleEncounters;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.x12.X12Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Gathers members from files: CSV and JSON of members and diagnoses, 837 claims. What several
/// files say of one member comes together.
public final class MemberFiles {
  private static final int HEAD = 256;
  private static final Set<String> FIELDS =
      Set.of(
          "dob",
          "age",
          "sex",
          "orec",
          "dual",
          "lti",
          "new_enrollee",
          "snp",
          "kidney",
          "low_income",
          "metal",
          "months",
          "csr",
          "last_day");
  private static final String COLUMNS =
      "The columns are member, dob or age, sex, diagnoses and date; for Medicare orec, dual, lti,"
          + " new_enrollee, snp, kidney and low_income; for HHS-HCC metal, months, csr, last_day,"
          + " ndc and hcpcs.";

  private final int serviceYear;
  private final @Nullable EligibleEncounters eligible;
  private final Predicate<String> isValid;
  private final Map<String, MemberRecord> members = new LinkedHashMap<>();
  private final List<RiskFinding> findings = new ArrayList<>();
  private int rows;

  /// @param serviceYear whose diagnoses count
  /// @param eligible which claims count; null where the list is not installed
  /// @param isValid whether a diagnosis is a code valid for submission in the service year
  public MemberFiles(
      int serviceYear, @Nullable EligibleEncounters eligible, Predicate<String> isValid) {
    this.serviceYear = serviceYear;
    this.eligible = eligible;
    this.isValid = isValid;
  }

  public List<RiskFinding> findings() {
    return List.copyOf(findings);
  }

  Collection<MemberRecord> members() {
    return members.values();
  }

  /// What files say of a member; nothing of one of whom no file speaks.
  MemberRecord of(String member) {
    return members.getOrDefault(member, new MemberRecord(member));
  }

  /// The diagnoses of a member; none for a member of whom no file speaks.
  Set<String> diagnosesOf(String member) {
    MemberRecord found = members.get(member);
    return found == null ? Set.of() : found.diagnoses();
  }

  /// Reads a file, recognised by its beginning.
  public void read(InputStream in, String name) throws IOException {
    var buffered = ClaimFiles.buffered(in);
    int before = findings.size();
    int taken = rows;
    switch (ClaimFiles.form(buffered)) {
      case FHIR -> fhir(buffered, name);
      case JSON -> json(buffered, name);
      case TABLE -> csv(buffered, name);
      case X12 -> {
        if (isInterchange(buffered)) x12(buffered, name);
        else csv(buffered, name);
      }
    }
    if (rows == taken && findings.size() == before) {
      findings.add(new RiskFinding(name, "The file speaks of no member.", COLUMNS));
    }
  }

  private static boolean isInterchange(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    in.reset();
    return head.replace("\uFEFF", "").strip().startsWith("ISA");
  }

  private void csv(InputStream in, String name) throws IOException {
    try (var rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        if (row.getHeader().stream().noneMatch(MemberFiles::isMemberColumn)) {
          findings.add(
              new RiskFinding(name, "The first line names no column \"member\".", COLUMNS));
          return;
        }
        var cells = new LinkedHashMap<String, String>();
        row.getFieldsAsMap()
            .forEach(
                (column, cell) -> cells.put(column.strip().toLowerCase(Locale.ROOT), cell.strip()));
        take(cells, name + " line " + row.getStartingLineNumber());
      }
    } catch (CsvParseException e) {
      findings.add(new RiskFinding(name, "The table cannot be read further.", COLUMNS));
    }
  }

  private static boolean isMemberColumn(String column) {
    return column.strip().equalsIgnoreCase("member");
  }

  private void json(InputStream in, String name) throws IOException {
    try (var nodes = JsonMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(in)) {
      int number = 0;
      while (nodes.hasNextValue()) {
        JsonNode node = nodes.nextValue();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
          var cells = new LinkedHashMap<String, String>();
          one.properties()
              .forEach(field ->
                  cells.put(
                      field.getKey().strip().toLowerCase(Locale.ROOT), text(field.getValue())));
          take(cells, name + " member " + ++number);
        }
      }
    } catch (JacksonException e) {
      findings.add(
          new RiskFinding(
              name, "The file is no JSON from here on.", "Correct it and read it again."));
    }
  }

  private static String text(JsonNode node) {
    if (!node.isArray()) return node.asString("");
    var texts = new ArrayList<String>();
    node.forEach(one -> texts.add(one.asString("")));
    return String.join(" ", texts);
  }

  private void take(Map<String, String> cells, String where) {
    rows++;
    String id = cells.getOrDefault("member", "").strip();
    if (id.isEmpty()) {
      findings.add(new RiskFinding(where, "No member is named.", COLUMNS));
      return;
    }
    MemberRecord member = members.computeIfAbsent(id, MemberRecord::new);
    for (String field : FIELDS) {
      member
          .put(field, cells.getOrDefault(field, ""))
          .ifPresent(other ->
              findings.add(
                  new RiskFinding(
                      where,
                      "An earlier row has %s %s, this one %s."
                          .formatted(field, other, cells.get(field)),
                      "The earlier one was used; correct one of them.")));
    }
    String date = cells.getOrDefault("date", "");
    LocalDate on = day(date);
    if (!date.isEmpty() && (on == null || on.getYear() != serviceYear)) {
      findings.add(
          new RiskFinding(
              where,
              "%s is no day of %d, whose diagnoses count.".formatted(date, serviceYear),
              "The diagnoses were left out."));
      return;
    }
    for (String code : codes(cells, "diagnoses", "diagnosis")) add(member, code, on, where);
    member.drugs().addAll(codes(cells, "ndc", "hcpcs"));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The codes in two cells, of which either may be missing.
  private static List<String> codes(Map<String, String> cells, String one, String other) {
    String all = cells.getOrDefault(one, "") + " " + cells.getOrDefault(other, "");
    return Arrays.stream(all.strip().split("[ ;|]+", -1)).filter(c -> !c.isEmpty()).toList();
  }

  private void add(MemberRecord member, String code, @Nullable LocalDate on, String where) {
    var diagnosis = Icd10Cm.parse(code.toUpperCase(Locale.ROOT));
    if (diagnosis.isEmpty()) {
      findings.add(
          new RiskFinding(
              where,
              "\"%s\" is no ICD-10-CM code.".formatted(code),
              "It was left out; correct it."));
    } else {
      add(member, diagnosis.get(), on, where);
    }
  }

  private void add(MemberRecord member, Icd10Cm diagnosis, @Nullable LocalDate on, String where) {
    if (isValid.test(diagnosis.value())) {
      member.dated().add(new MemberRecord.Dated(diagnosis.value(), on));
      return;
    }
    findings.add(
        new RiskFinding(
            where,
            "%s was not valid for submission in %d.".formatted(diagnosis.dotted(), serviceYear),
            "It was left out; look the code up and correct it."));
  }

  private void x12(InputStream in, String name) throws IOException {
    var encounters = encounters(name);
    if (encounters.isEmpty()) return;
    X12Reader.claims(
        in,
        name,
        fault -> fault(fault.finding(), name),
        claim -> claim(claim, encounters.get(), name));
  }

  private void fhir(InputStream in, String name) throws IOException {
    var encounters = encounters(name);
    if (encounters.isEmpty()) return;
    FhirClaims.read(
        in, finding -> fault(finding, name), claim -> claim(claim, encounters.get(), name));
  }

  private void fault(Finding finding, String name) {
    findings.add(new RiskFinding(name, finding.message(), finding.remedy()));
  }

  private Optional<EligibleEncounters> encounters(String name) {
    if (eligible == null) {
      findings.add(
          new RiskFinding(
              name,
              "The list of services whose diagnoses count is not installed for the year.",
              "Install it with `cleanclaim codes install`; no claim was used."));
    }
    return Optional.ofNullable(eligible);
  }

  private void claim(Claim claim, EligibleEncounters encounters, String name) {
    rows++;
    String where = name + " claim " + claim.controlNumber().value();
    var memberId = claim.subscriber().memberId();
    if (memberId == null) {
      findings.add(
          new RiskFinding(where, "The claim names no member id.", "The claim was left out."));
      return;
    }
    MemberRecord member = members.computeIfAbsent(memberId.value(), MemberRecord::new);
    LocalDate born = claim.patient().bornOn();
    if (born != null) member.put("dob", born.toString());
    if (claim.patient().sex() != Sex.UNKNOWN) member.put("sex", claim.patient().sex().code());
    LocalDate through = claim.servedThrough().orElse(claim.dischargedOn());
    if (through == null || through.getYear() != serviceYear) {
      findings.add(
          new RiskFinding(
              where,
              "The service did not end in %d.".formatted(serviceYear),
              "Its diagnoses were left out."));
      return;
    }
    var verdict = encounters.judge(claim);
    if (verdict != EligibleEncounters.Verdict.COUNTS) {
      findings.add(
          new RiskFinding(
              where,
              "The diagnoses do not count: " + verdict.reason() + ".",
              "Nothing needs to be done if that is right."));
      return;
    }
    claim.diagnoses().forEach(diagnosis -> add(member, diagnosis.code(), through, where));
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() != null) member.drugs().add(line.procedure().value());
    }
  }
}
