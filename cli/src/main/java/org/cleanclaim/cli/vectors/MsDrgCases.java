package org.cleanclaim.cli.vectors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.DrgResult;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.Grouping;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.party.Sex;
import tools.jackson.databind.JsonNode;

/// Inpatient stays with the MS-DRG that the CMS grouper gave them. A case passes when initial and
/// final DRG, category, return code and severity and the hospital-acquired conditions are as known;
/// what is said of single codes is counted beside.
final class MsDrgCases implements VectorLayout {
  @Override
  public String title() {
    return "MS-DRG grouping";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.has("pdx")
        && firstCase.has("poa_hospital_status")
        && firstCase.path("expected").has("final_drg");
  }

  @Override
  public Engine open(VectorTables tables) {
    LocalDate last = GrouperVersion.V43_1.from();
    var publication =
        tables
            .having(PublicationKind.MSDRG_LOGIC)
            .rules(PublicationKind.MSDRG_LOGIC, last)
            .orElseThrow(() -> new IllegalStateException("no MS-DRG grouper logic is installed"));
    var grouper =
        new MsDrgGrouper(
            publication.view(RuleTables.class, GrouperTables.class, GrouperTables::of));
    var effects = new CodeEffects();
    return new Engine() {
      @Override
      public Verdict run(JsonNode aCase) {
        return MsDrgCases.run(aCase, grouper, effects);
      }

      @Override
      public List<String> notes() {
        return effects.notes();
      }
    };
  }

  private static Verdict run(JsonNode aCase, MsDrgGrouper grouper, CodeEffects effects) {
    String id = aCase.path("id").asString();
    var version = GrouperVersion.numbered(aCase.path("version").asInt());
    if (version.isEmpty()) return Verdict.failed(id, "a DRG", "no tables of the version");
    Grouping grouping = grouper.group(stay(aCase), version.get());
    effects.add(aCase.path("expected"), grouping);
    var said = new LinkedHashMap<String, Object>();
    put(said, "initial_", grouping.initial());
    put(said, "final_", grouping.last());
    said.put("hac_status", grouping.hacOutcome());
    said.put("hac_categories_satisfied", grouping.hacCategories());
    var known = new LinkedHashMap<String, Object>();
    for (String field : said.keySet()) {
      known.put(field, aCase.path("expected").path(field).asString());
    }
    return Verdict.of(id, known, said);
  }

  private static void put(Map<String, Object> said, String prefix, DrgResult result) {
    said.put(prefix + "drg", result.drg());
    said.put(prefix + "base_drg", result.baseDrg());
    said.put(prefix + "mdc", result.mdc());
    said.put(prefix + "grc", result.returnCode());
    said.put(prefix + "med_surg", result.type());
    said.put(prefix + "severity", result.severity());
  }

  private static Stay stay(JsonNode node) {
    var secondaries = new ArrayList<Stay.Condition>();
    node.path("sdx").forEach(dx -> secondaries.add(condition(dx)));
    var procedures = new ArrayList<String>();
    node.path("px").forEach(px -> procedures.add(px.asString()));
    return new Stay(
        node.path("age").asInt(),
        Sex.ofCode(node.path("sex").asString()),
        node.path("discharge_status").asInt(),
        switch (node.path("poa_hospital_status").asString()) {
          case "NON_EXEMPT" -> Stay.PoaReporting.REQUIRED;
          case "EXEMPT" -> Stay.PoaReporting.EXEMPT;
          default -> Stay.PoaReporting.UNKNOWN;
        },
        condition(node.path("pdx")),
        secondaries,
        procedures);
  }

  private static Stay.Condition condition(JsonNode node) {
    return new Stay.Condition(
        node.path("code").asString(), PresentOnAdmission.of(node.path("poa").asString()));
  }
}
