package org.cleanclaim.cli.vectors;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.mce.EditKind;
import org.cleanclaim.edits.mce.EditorTables;
import org.cleanclaim.edits.mce.MedicareCodeEditor;
import org.cleanclaim.edits.mce.Stay;
import org.cleanclaim.edits.mce.StayEdits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Inpatient stays with the edits of the Medicare Code Editor: class, version, counts and the edits
/// of each diagnosis.
final class EditorLayout implements VectorLayout {
  @Override
  public String title() {
    return "Medicare Code Editor";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.has("discharge_date")
        && firstCase.has("pdx")
        && firstCase.path("expected").has("edit_counts");
  }

  @Override
  public Engine open(VectorTables tables) {
    var codeSets = tables.having(PublicationKind.MCE);
    return aCase -> {
      Stay stay = stay(aCase);
      var editor =
          codeSets
              .rules(PublicationKind.MCE, stay.dischargedOn())
              .map(p -> p.view(RuleTables.class, EditorTables.class, EditorTables::of))
              .map(MedicareCodeEditor::with)
              .orElseThrow(() -> new IllegalStateException("no tables of the editor"));
      return Verdict.of(
          aCase.path("id").asString(""),
          expected(aCase.path("expected")),
          Answer.of(editor.edit(stay)));
    };
  }

  /// What is compared.
  private record Answer(
      String editClass, int version, Map<String, Integer> counts, List<List<String>> ofDiagnoses) {
    static Answer of(StayEdits edits) {
      var counts = new TreeMap<String, Integer>();
      edits.counts().forEach((kind, count) -> counts.put(kind.name(), count));
      var ofDiagnoses = new ArrayList<List<String>>();
      for (int i = 0; i < edits.diagnoses(); i++) ofDiagnoses.add(names(edits.ofDiagnosis(i)));
      return new Answer(edits.editClass().name(), edits.version(), counts, ofDiagnoses);
    }
  }

  private static List<String> names(Set<EditKind> kinds) {
    return kinds.stream().map(EditKind::name).sorted().toList();
  }

  private static Answer expected(JsonNode node) {
    var counts = new TreeMap<String, Integer>();
    node.path("edit_counts")
        .properties()
        .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
    var ofDiagnoses = new ArrayList<List<String>>();
    for (JsonNode diagnosis : node.path("dx_edits")) {
      var kinds = new ArrayList<String>();
      diagnosis.forEach(kind -> kinds.add(kind.asString("")));
      kinds.sort(null);
      ofDiagnoses.add(kinds);
    }
    return new Answer(
        node.path("edit_type").asString(""),
        node.path("version_used").asInt(0),
        counts,
        ofDiagnoses);
  }

  private static Stay stay(JsonNode aCase) {
    var secondaries = new ArrayList<String>();
    aCase.path("sdx").forEach(diagnosis -> secondaries.add(code(diagnosis)));
    var procedures = new ArrayList<String>();
    aCase.path("px").forEach(procedure -> procedures.add(code(procedure)));
    return new Stay(
        LocalDate.parse(
            aCase.path("discharge_date").asString(""), DateTimeFormatter.BASIC_ISO_DATE),
        aCase.path("age").asInt(-1),
        aCase.path("sex").asInt(0),
        aCase.path("discharge_status").asInt(0),
        aCase.path("length_of_stay").asInt(0),
        admitting(aCase),
        code(aCase.path("pdx")),
        secondaries,
        procedures);
  }

  private static @Nullable String admitting(JsonNode aCase) {
    return aCase.has("admit_dx") ? code(aCase.path("admit_dx")) : null;
  }

  private static String code(JsonNode node) {
    return node.isObject() ? node.path("code").asString("") : node.asString("");
  }
}
