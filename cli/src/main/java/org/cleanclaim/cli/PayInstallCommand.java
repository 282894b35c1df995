package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.store.SourceFiles;
import org.cleanclaim.workforce.publisher.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Installs publishers' pay figures.
@Command(
    name = "install",
    description =
        "Install pay figures: state and metropolitan workbooks of the Bureau of Labor Statistics,"
            + " or a survey as CSV. A damaged file is refused whole, and the others go in.",
    mixinStandardHelpOptions = true)
final class PayInstallCommand implements Callable<Integer> {
  @Mixin PayStoreOptions store = new PayStoreOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER|ZIP")
  List<Path> sources = List.of();

  @Override
  public Integer call() throws IOException {
    Path spool = Files.createTempDirectory("cleanclaim-pay");
    try {
      var files = new ArrayList<SourceFile>();
      for (Path source : sources) files.addAll(SourceFiles.at(source, spool));
      boolean isClean = true;
      for (SourceFile file : files) isClean &= isInstalled(file);
      return isClean ? Main.DONE : Main.FINDINGS;
    } finally {
      SourceFiles.delete(spool);
    }
  }

  private boolean isInstalled(SourceFile file) throws IOException {
    return switch (store.store().install(file)) {
      case Reading.Read read -> {
        System.out.printf(
            "Installed   %s (%s): %,d pay figures, %,d counts, %,d withheld by the publisher, %,d"
                + " rows passed over%n",
            file.name(),
            read.form(),
            read.benchmarks().figures().size(),
            read.benchmarks().headcounts().size(),
            read.benchmarks().withheld().size(),
            read.passedOver());
        yield true;
      }
      case Reading.Refused refused -> {
        System.out.println("Refused     " + refused.message());
        yield false;
      }
    };
  }
}
