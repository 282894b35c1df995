package org.cleanclaim.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.paper.ClaimPrints;
import org.cleanclaim.app.paper.ClaimPrints.Manner;
import org.cleanclaim.app.paper.PaperForm;
import org.cleanclaim.app.paper.PaperOffset;
import org.cleanclaim.app.paper.PaperRefusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Prints claims onto pre-printed forms, or box by box in plain words.
@Command(
    name = "print",
    description = "Print claims for the form in the printer, or in plain words on white paper.",
    mixinStandardHelpOptions = true)
final class PrintCommand implements Callable<Integer> {
  @Mixin HomeOptions options = new HomeOptions();

  @Parameters(arity = "1..*", paramLabel = "CLAIM", description = "Numbers of claims.")
  List<String> controlNumbers = List.of();

  @Option(
      names = "--form",
      required = true,
      paramLabel = "cms1500|ub04",
      converter = FormByName.class,
      description = "The form of practices or of hospitals.")
  PaperForm form = PaperForm.CMS_1500;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE.pdf",
      description = "The document to write; one that exists is replaced.")
  Path to = Path.of("claims.pdf");

  @Option(
      names = "--plain",
      description = "Box by box in plain words with the element of the 837, not for the form.")
  boolean isPlain;

  @Option(
      names = "--offset-x",
      paramLabel = "MM",
      description =
          "Millimetres to the right, negative to the left, such as -1.5. Without an offset, the one"
              + " that the practice keeps for the payer.")
  @Nullable BigDecimal right;

  @Option(names = "--offset-y", paramLabel = "MM", description = "Millimetres down, negative up.")
  @Nullable BigDecimal down;

  @Option(
      names = "--as-fits",
      description = "Print also claims that do not fit on the form, as far as they do.")
  boolean isCutAccepted;

  @Override
  public Integer call() throws IOException {
    Path folder = to.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandFailure("There is no folder for " + to + ". Check --to.");
    }
    try {
      write(manner());
    } catch (PaperRefusal refusal) {
      throw new CommandFailure(String.valueOf(refusal.getMessage()));
    }
    return Main.DONE;
  }

  private Manner manner() {
    if (isPlain) {
      if (right != null || down != null || isCutAccepted) {
        throw new CommandFailure(
            "--plain is for white paper: it has no offset and nothing is cut. Leave out --offset-x,"
                + " --offset-y and --as-fits.");
      }
      return new Manner.Plain();
    }
    var offset =
        right == null && down == null
            ? Optional.<PaperOffset>empty()
            : Optional.of(new PaperOffset(orZero(right), orZero(down)));
    return new Manner.OnStock(offset, isCutAccepted);
  }

  private static BigDecimal orZero(@Nullable BigDecimal millimetres) {
    return millimetres == null ? BigDecimal.ZERO : millimetres;
  }

  private void write(Manner manner) throws IOException {
    try (var open = options.open();
        var context = ApplicationStart.withoutPages(open.home(), open.database())) {
      var prints = context.getBean(ClaimPrints.class);
      Files.write(
          to,
          Acting.as(options.practice(context), () -> prints.print(controlNumbers, form, manner)));
    }
    System.out.println(to + ": " + String.join(", ", controlNumbers));
  }

  /// A form by what people call it: `cms1500`, `CMS-1500`, `ub04`.
  static final class FormByName implements ITypeConverter<PaperForm> {
    @Override
    public PaperForm convert(String name) {
      return switch (name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "")) {
        case "cms1500" -> PaperForm.CMS_1500;
        case "ub04" -> PaperForm.UB_04;
        default ->
            throw new TypeConversionException(
                "there is no form " + name + "; it is cms1500 or ub04");
      };
    }
  }
}
