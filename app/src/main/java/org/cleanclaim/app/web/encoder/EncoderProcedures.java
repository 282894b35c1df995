package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.book.ProcedureBuilder;
import org.cleanclaim.codesets.book.ProcedureStep;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.codesets.publication.ProcedureTables.Row;
import org.cleanclaim.codesets.publication.PublicationKind;

/// Draws the builder of procedure codes: the seven places, and the characters that can still
/// follow.
final class EncoderProcedures {
  private static final int LENGTH = 7;
  private static final int TABLE = 3;
  private static final List<String> AXES =
      List.of(
          "Section", "Body System", "Operation", "Body Part", "Approach", "Device", "Qualifier");

  private final ProcedureBuilder builder;
  private final Edition edition;

  EncoderProcedures(ProcedureBuilder builder, Edition edition) {
    this.builder = builder;
    this.edition = edition;
  }

  Found.Procedures draw(String characters) {
    ProcedureStep step = builder.step(characters);
    if (step instanceof ProcedureStep.Refused refused) {
      String good =
          characters.substring(0, Math.clamp(refused.position() - 1L, 0, characters.length()));
      ProcedureStep before = builder.step(good);
      return before instanceof ProcedureStep.Refused
          ? new Found.Procedures(step, "", List.of(), List.of(), "")
          : draw(step, before, good);
    }
    return draw(step, step, characters);
  }

  private Found.Procedures draw(ProcedureStep asked, ProcedureStep step, String good) {
    List<Choice> picked =
        switch (step) {
          case ProcedureStep.Open open -> open.chosen();
          case ProcedureStep.Complete complete -> complete.chosen();
          case ProcedureStep.Refused _ -> List.of();
        };
    var columns = new ArrayList<Found.Column>();
    if (step instanceof ProcedureStep.Open open) {
      columns.add(new Found.Column(open.position(), open.axis(), open.options(), true));
      if (good.length() >= TABLE) columns.addAll(later(good));
    }
    String title =
        step instanceof ProcedureStep.Complete complete
            ? edition.find(complete.code()).map(e -> e.title()).orElse(complete.words())
            : "";
    return new Found.Procedures(asked, good, chosen(picked, columns), columns, title);
  }

  private static List<Found.Chosen> chosen(List<Choice> picked, List<Found.Column> columns) {
    var chosen = new ArrayList<Found.Chosen>();
    for (int position = 1; position <= LENGTH; position++) {
      int at = position;
      if (position <= picked.size()) {
        Choice choice = picked.get(position - 1);
        chosen.add(
            new Found.Chosen(
                position, choice.axis(), String.valueOf(choice.character()), choice.meaning()));
      } else {
        String axis =
            columns.stream()
                .filter(c -> c.position() == at)
                .map(Found.Column::axis)
                .findFirst()
                .orElse(AXES.get(position - 1));
        chosen.add(new Found.Chosen(position, axis, "", ""));
      }
    }
    return chosen;
  }

  /// The columns behind the next one, with what goes with the characters so far.
  private List<Found.Column> later(String code) {
    List<Row> rows =
        edition
            .table(PublicationKind.ICD10PCS_TABLES, ProcedureTables.class)
            .map(ProcedureTables::tables)
            .orElse(List.of())
            .stream()
            .filter(table -> table.prefix().equals(code.substring(0, TABLE)))
            .flatMap(table -> table.rows().stream())
            .filter(row -> fits(row, code))
            .toList();
    var columns = new ArrayList<Found.Column>();
    for (int place = code.length() + 1; place < LENGTH; place++) {
      int column = place - TABLE;
      Map<Character, Choice> choices = new TreeMap<>();
      for (Row row : rows) {
        row.columns().get(column).choices().forEach(c -> choices.putIfAbsent(c.character(), c));
      }
      if (choices.isEmpty()) continue;
      columns.add(
          new Found.Column(
              place + 1,
              rows.getFirst().columns().get(column).title(),
              choices.values().stream()
                  .map(c -> new ProcedureStep.Option(c.character(), c.meaning(), ""))
                  .toList(),
              false));
    }
    return columns;
  }

  private static boolean fits(Row row, String code) {
    if (row.columns().size() != LENGTH - TABLE) return false;
    for (int place = TABLE; place < code.length(); place++) {
      char character = code.charAt(place);
      if (row.columns().get(place - TABLE).choices().stream()
          .noneMatch(c -> c.character() == character)) {
        return false;
      }
    }
    return true;
  }
}
