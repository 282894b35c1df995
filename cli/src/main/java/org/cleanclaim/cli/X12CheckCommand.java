package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.CheckedFile;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.X12Checker;
import org.cleanclaim.x12.guide.ElementChecks.Strictness;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.tool.ClaimAnswer;
import org.cleanclaim.x12.tool.PublishedCodes;
import org.cleanclaim.x12.tool.ReceiverAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks X12 files against their guides.
@Command(
    name = "check",
    description = "Check X12 files against their guides; folders are walked, - is standard input.",
    mixinStandardHelpOptions = true)
final class X12CheckCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<Path> paths = List.of();

  @Option(
      names = "--ack",
      paramLabel = "OUT",
      description = "Write TA1 and 999 as the receiver would; a folder for several files.")
  @Nullable Path answers;

  @Option(
      names = "--claim-ack",
      paramLabel = "OUT",
      description = "Write a 277CA that accepts or rejects each claim; a folder for several files.")
  @Nullable Path claimAnswers;

  @Option(names = "--json", description = "Print findings and counts as JSON, a line each.")
  boolean isJson;

  @Option(
      names = "--codes",
      description = "What a code weighs that is on no list: ${COMPLETION-CANDIDATES}.")
  Strictness codes = Strictness.WARN;

  @Option(names = "--guides", paramLabel = "DIR", description = "A folder of changed guides.")
  @Nullable Path guides;

  @Option(names = "--cores", description = "Transactions checked side by side (all cores).")
  int cores = Runtime.getRuntime().availableProcessors();

  private int clean;
  private int withWarnings;
  private int withErrors;
  private int crashed;
  private int notRead;

  @Override
  public Integer call() throws IOException {
    var files = X12Input.files(paths);
    boolean isSeveral = files.size() > 1 || Files.isDirectory(paths.getFirst());
    if (isSeveral && answers != null) Files.createDirectories(answers);
    if (isSeveral && claimAnswers != null) Files.createDirectories(claimAnswers);
    if (claimAnswers != null && files.stream().anyMatch(X12Input::isStandardInput)) {
      throw new CommandFailure(
          "Standard input can be read once only, and a 277CA needs the claims again. Name a file.");
    }
    var options = new CheckOptions(guides(), new PublishedCodes(), codes);
    for (Path file : files) check(file, options, isSeveral);
    if (!isJson) summary(files.size());
    if (notRead > 0 || crashed > 0) return Main.FAILURE;
    return withErrors > 0 ? Main.FINDINGS : Main.DONE;
  }

  private GuideBook guides() throws IOException {
    if (guides == null) return GuideBook.builtIn();
    try {
      return GuideBook.from(guides);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "The guides are not in form: " + e.getMessage() + ". Mend the line.");
    }
  }

  private void check(Path file, CheckOptions options, boolean isSeveral) throws IOException {
    String name = X12Input.name(file);
    var faults = new FaultPrinter(name, isJson);
    var claims = new ClaimAnswer();
    CheckedFile checked;
    try (InputStream in = X12Input.open(file)) {
      checked = X12Checker.check(in, name, options, faultReceiver(faults, claims), cores);
    } catch (IOException | CommandFailure e) {
      notRead++;
      failed(name, "not read", Failures.sentence(e));
      return;
    } catch (RuntimeException e) {
      crashed++;
      failed(name, "crashed", "The check itself failed (" + e + "). Please report it.");
      return;
    }
    if (!checked.isClean()) {
      withErrors++;
    } else if (checked.warnings() > 0) {
      withWarnings++;
    } else {
      clean++;
    }
    conclude(name, checked, faults);
    if (claimAnswers != null) {
      Path to = isSeveral ? inFolder(claimAnswers, file, ".277ca") : claimAnswers;
      if (claims.errors() < checked.errors()) {
        System.err.println(
            name + ": too many errors to tell those of each claim, so there is no 277CA.");
      } else {
        answerClaims(file, claims, to);
      }
    }
    if (answers == null) return;
    if (checked.answers().isEmpty()) {
      System.err.println(name + ": no ISA, so there is nobody to answer to.");
    } else {
      answer(checked, isSeveral ? inFolder(answers, file, ".999") : answers);
    }
  }

  private void failed(String name, String how, String sentence) {
    if (isJson) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("file", name);
      line.put("failure", sentence);
      System.out.println(OutwardJson.mapper().writeValueAsString(line));
    } else {
      System.out.println(name + ": " + how + ". " + sentence);
    }
  }

  private Consumer<Fault> faultReceiver(FaultPrinter printer, ClaimAnswer claims) {
    if (claimAnswers == null) return printer::print;
    return fault -> {
      printer.print(fault);
      claims.add(fault);
    };
  }

  private static Path inFolder(Path folder, Path file, String ending) {
    String name = file.toString().replace('/', '_').replaceFirst("^[._]+", "");
    return folder.resolve(name + ending);
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
  }

  private static void answerClaims(Path file, ClaimAnswer claims, Path to) throws IOException {
    int answered;
    try (InputStream in = X12Input.open(file);
        OutputStream out = Files.newOutputStream(to)) {
      answered = claims.write(in, X12Input.name(file), now(), out);
    }
    if (answered == 0) {
      Files.delete(to);
      System.err.println(X12Input.name(file) + ": no claims, so there is no 277CA.");
    }
  }

  private static void answer(CheckedFile checked, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      ReceiverAnswer.write(checked, now(), out);
    }
  }

  private void conclude(String name, CheckedFile checked, FaultPrinter faults) {
    if (isJson) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("file", name);
      line.put("bytes", checked.bytes());
      line.put("segments", checked.segments());
      line.put("transactions", checked.transactions());
      line.put("errors", checked.errors());
      line.put("warnings", checked.warnings());
      System.out.println(OutwardJson.mapper().writeValueAsString(line));
      return;
    }
    System.out.printf(
        "%s: %,d segments, %,d transactions, %,d errors, %,d warnings%n",
        name, checked.segments(), checked.transactions(), checked.errors(), checked.warnings());
    if (checked.errors() + checked.warnings() > faults.printed()) {
      System.out.println("  Only the first %,d findings are shown.".formatted(faults.printed()));
    }
  }

  private void summary(int files) {
    System.out.println();
    System.out.printf("%-22s %,8d%n", "Files", files);
    System.out.printf("%-22s %,8d%n", "Read to the end", clean + withWarnings + withErrors);
    System.out.printf("%-22s %,8d%n", "Clean", clean);
    System.out.printf("%-22s %,8d%n", "With warnings only", withWarnings);
    System.out.printf("%-22s %,8d%n", "With errors", withErrors);
    System.out.printf("%-22s %,8d%n", "Not read", notRead);
    System.out.printf("%-22s %,8d%n", "Crashed", crashed);
  }

  /// Prints findings as they come.
  private static final class FaultPrinter {
    private final String file;
    private final boolean isJson;
    private long printed;

    FaultPrinter(String file, boolean isJson) {
      this.file = file;
      this.isJson = isJson;
    }

    long printed() {
      return printed;
    }

    void print(Fault fault) {
      printed++;
      if (isJson) {
        System.out.println(OutwardJson.mapper().writeValueAsString(asMap(fault)));
        return;
      }
      var place = new ArrayList<String>();
      if (fault.loop() != null && !fault.loop().isEmpty()) place.add("loop " + fault.loop());
      if (!fault.segment().isEmpty()) {
        place.add(fault.element() > 0 ? fault.designator() : fault.segment());
        place.add("segment " + fault.number());
        place.add("byte " + fault.byteOffset());
      }
      String value = fault.badValue() == null ? "" : " [" + fault.badValue() + "]";
      System.out.println(
          "%s %s%s: %s %s%s"
              .formatted(
                  fault.severity(),
                  fault.check().id(),
                  place.isEmpty() ? "" : " at " + String.join(", ", place),
                  fault.message(),
                  fault.remedy(),
                  value));
    }

    private Map<String, Object> asMap(Fault fault) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("file", file);
      line.put("severity", fault.severity().name());
      line.put("rule", fault.check().id());
      line.put("loop", fault.loop());
      line.put("segment", fault.segment());
      line.put("number", fault.number());
      line.put("byteOffset", fault.byteOffset());
      line.put("element", fault.designator());
      line.put("value", fault.badValue());
      line.put("message", fault.message());
      line.put("remedy", fault.remedy());
      line.put("acknowledgmentCode", fault.check().code());
      return line;
    }
  }
}
