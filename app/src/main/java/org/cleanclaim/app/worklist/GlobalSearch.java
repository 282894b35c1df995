package org.cleanclaim.app.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One search over what the actor may see: patients by name or account, visits, claims by their
/// number or the payer's, remittances by check or trace number, codes.
@Component
@Transactional(readOnly = true)
public class GlobalSearch {
  private static final int MOST_OF_A_KIND = 20;
  private static final int SHORTEST = 2;
  private static final String VISITS =
      """
      select e.visit_number as name, p.last_name || ', ' || p.first_name || ', ' || e.served_on as about, e.public_id
      from encounter e
      join patient p using (patient_id)
      %s
      where lower(e.visit_number) like :start
      order by e.visit_number
      limit :limit
      """;

  private final JdbcClient jdbc;
  private final Patients patients;
  private final CodeSets codeSets;
  private final Organizations organizations;

  GlobalSearch(JdbcClient jdbc, Patients patients, CodeSets codeSets, Organizations organizations) {
    this.jdbc = jdbc;
    this.patients = patients;
    this.codeSets = codeSets;
    this.organizations = organizations;
  }

  /// What was found.
  ///
  /// @param kind in words: patient, visit, claim, remittance, code
  /// @param name as people know it: the number, the code, a person's name
  /// @param about what tells it from others
  /// @param address of its page
  /// @param isExact whether the name is what was typed, whole
  public record Hit(String kind, String name, String about, String address, boolean isExact) {
    @Override
    public String toString() {
      return "Hit[" + kind + "]";
    }
  }

  /// What begins with the text, exact matches first; nothing for less than two characters.
  public List<Hit> find(String text) {
    String typed = text.strip();
    if (typed.length() < SHORTEST) return List.of();
    var hits = new ArrayList<Hit>();
    var actor = Acting.actor();
    if (actor.may(Permission.SEE_PATIENT)) {
      hits.addAll(patients(typed));
      hits.addAll(insured(typed));
    }
    if (actor.may(Permission.SEE_CHART)) hits.addAll(charts(typed));
    else if (actor.may(Permission.SEE_PATIENT)) hits.addAll(visits(typed));
    if (actor.may(Permission.SEE_CLAIM)) hits.addAll(claims(typed));
    if (actor.may(Permission.SEE_REMITTANCE)) hits.addAll(remittances(typed));
    if (actor.may(Permission.SEE_CHART) || actor.may(Permission.SEE_CLAIM)) {
      hits.addAll(codes(typed));
    }
    return Stream.concat(
            hits.stream().filter(Hit::isExact), hits.stream().filter(hit -> !hit.isExact()))
        .toList();
  }

  private List<Hit> patients(String typed) {
    return patients.search(typed, 1).rows().stream()
        .limit(MOST_OF_A_KIND)
        .map(p ->
            new Hit(
                "patient",
                p.name().display(),
                "account %s, born %s".formatted(p.accountNumber(), p.bornOn()),
                "/patients/" + p.publicId(),
                p.accountNumber().equalsIgnoreCase(typed)))
        .toList();
  }

  private List<Hit> insured(String typed) {
    return jdbc.sql(
            """
            select distinct p.public_id, p.last_name || ', ' || p.first_name as name, c.member_id, c.plan_name
            from coverage c
            join patient o on o.patient_id = c.patient_id
            join patient p on p.patient_id = coalesce(o.merged_into, o.patient_id)
            where c.member_id = :member and c.withdrawn_effective is null
            order by name
            limit :limit
            """)
        .param("member", typed.toUpperCase(Locale.ROOT).replaceAll("\\s", ""))
        .param("limit", MOST_OF_A_KIND)
        .query((row, n) ->
            new Hit(
                "patient",
                row.getString("name"),
                "member %s of %s".formatted(row.getString("member_id"), row.getString("plan_name")),
                "/patients/" + row.getString("public_id"),
                true))
        .list();
  }

  private List<Hit> charts(String typed) {
    return hits("visit", "/charts/", typed, VISITS.formatted("join chart c using (encounter_id)"));
  }

  private List<Hit> visits(String typed) {
    return hits("visit", "/visits/", typed, VISITS.formatted(""));
  }

  private List<Hit> claims(String typed) {
    return hits(
        "claim",
        "/claims/",
        typed,
        """
        select case when lower(c.control_number) like :start then c.control_number else c.payer_claim_control_number end
            as name,
          c.control_number || ', ' || lower(replace(c.status, '_', ' ')) as about, c.public_id
        from claim c
        where lower(c.control_number) like :start or lower(c.payer_claim_control_number) like :start
        order by c.control_number
        limit :limit
        """);
  }

  private List<Hit> remittances(String typed) {
    return hits(
        "remittance",
        "/remittances/",
        typed,
        """
        select r.trace as name, r.payer_name || ', ' || r.paid_on || ', $' || r.paid as about, r.public_id
        from remittance r
        where lower(r.trace) like :start
        order by r.trace, r.paid_on
        limit :limit
        """);
  }

  private List<Hit> hits(String kind, String path, String typed, String sql) {
    return jdbc.sql(sql)
        .param("start", typed.toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "\\\\$0") + "%")
        .param("limit", MOST_OF_A_KIND)
        .query((row, n) -> {
          String name = row.getString("name");
          return new Hit(
              kind,
              name,
              row.getString("about"),
              path + row.getString("public_id"),
              name.equalsIgnoreCase(typed));
        })
        .list();
  }

  private List<Hit> codes(String typed) {
    String upper = typed.toUpperCase(Locale.ROOT);
    String diagnosis = Icd10Cm.parse(typed).map(Icd10Cm::value).orElse(upper);
    return Stream.of(
            code(CodeSystem.ICD10CM, diagnosis),
            code(CodeSystem.ICD10PCS, upper),
            code(CodeSystem.HCPCS, upper))
        .flatMap(List::stream)
        .toList();
  }

  private List<Hit> code(CodeSystem system, String code) {
    return codeSets.find(system, code, organizations.today()).stream()
        .map(entry ->
            new Hit(
                "code",
                entry.code(),
                system.title() + ", " + entry.title(),
                "/encoder?q=%s&code=%s".formatted(entry.code(), named(system, entry.code())),
                true))
        .toList();
  }

  /// As addresses of the encoder name a code.
  private static String named(CodeSystem system, String code) {
    return system == CodeSystem.ICD10CM ? new Icd10Cm(code).dotted() : system.name() + ":" + code;
  }
}
