package org.cleanclaim.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.note.NoteJson;
import org.cleanclaim.cli.note.NotePrinter;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.note.CodedNote;
import org.cleanclaim.coding.note.DayFinding;
import org.cleanclaim.coding.note.NoteCoder;
import org.cleanclaim.coding.site.SiteProcedures;
import org.cleanclaim.coding.source.DocumentReader;
import org.cleanclaim.coding.source.SourceDocument;
import org.cleanclaim.coding.visit.VisitSetting;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Proposes codes for documents, with the words that support them.
@Command(
    name = "code-note",
    description =
        "Propose codes for a visit's documentation (text, HTML, C-CDA, FHIR as JSON): diagnoses,"
            + " services and supplies, procedures of inpatients, the level of the visit, each with"
            + " the words that support it. Folders are walked, - is standard input. Ends with 0"
            + " when there are no findings about the documents, else with 1.",
    mixinStandardHelpOptions = true)
final class CodeNoteCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<Path> paths = List.of();

  @Option(
      names = "--setting",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}",
      defaultValue = "OUTPATIENT")
  EncounterSetting setting = EncounterSetting.OUTPATIENT;

  @Option(
      names = "--dos",
      description = "Day of service. Default: the one that the document states, else today")
  @Nullable LocalDate day;

  @Option(names = "--sex", description = "FEMALE or MALE. Default: as the document states")
  @Nullable Sex sex;

  @Option(names = "--birth", description = "Birth date. Default: as the document states")
  @Nullable LocalDate born;

  @Option(
      names = "--visit",
      description =
          "Kind of visit for its level: ${COMPLETION-CANDIDATES}. Default: as the note says")
  @Nullable VisitSetting kind;

  @Option(
      names = "--procedures",
      paramLabel = "FILE",
      description =
          "Your own words for procedures, a line each: knee joint injection,20610. CPT numbers are"
              + " proposed through this file only.")
  @Nullable Path procedures;

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--json",
      description = "Print each document as JSON on a line, with all offsets.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    SiteProcedures site = site();
    var coder = NoteCoder.of(store.store().open(), site);
    var out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    site.findings()
        .forEach(
            f -> System.err.println(f.place().inWords() + ": " + f.message() + " " + f.remedy()));
    boolean isAllRead = true;
    boolean isClean = site.findings().isEmpty();
    for (Path file : X12Input.files(paths)) {
      try {
        CodedNote note = code(coder, file);
        if (isJson) out.println(OutwardJson.mapper().writeValueAsString(NoteJson.of(note)));
        else NotePrinter.print(note, out);
        isClean &= note.findings().stream().allMatch(f -> f.severity() == Severity.INFORMATION);
      } catch (IOException | CommandFailure e) {
        isAllRead = false;
        System.err.println(X12Input.name(file) + ": not read. " + Failures.sentence(e));
      }
    }
    out.flush();
    if (!isAllRead) return Main.FAILURE;
    return isClean ? Main.DONE : Main.FINDINGS;
  }

  private SiteProcedures site() throws IOException {
    if (procedures == null) return SiteProcedures.NONE;
    return SiteProcedures.read(procedures.toString(), Files.readString(procedures));
  }

  private CodedNote code(NoteCoder coder, Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = X12Input.open(file)) {
      bytes = in.readNBytes(DocumentReader.LARGEST + 1);
    }
    SourceDocument document = DocumentReader.read(X12Input.name(file), bytes);
    LocalDate stated = document.servedOn();
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    LocalDate servedOn = day != null ? day : stated != null ? stated : today;
    CodedNote note =
        coder.code(
            document,
            new NoteCoder.Visit(
                setting,
                servedOn,
                born != null ? born : document.born(),
                sex != null ? sex : document.sex(),
                kind));
    boolean isAssumed = day == null && stated == null;
    return isAssumed ? note.with(DayFinding.assumed(servedOn)) : note;
  }
}
