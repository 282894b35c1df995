package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.tool.X12Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows what stands in a file, with loops and segments by their names.
@Command(
    name = "show",
    description = "Show what stands in a file, loops and segments by their names.",
    mixinStandardHelpOptions = true)
final class X12ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
  Path file = Path.of("-");

  @Override
  public Integer call() throws IOException {
    var faults = new ArrayList<Fault>();
    try (InputStream in = X12Input.open(file)) {
      X12Listing.write(in, X12Input.name(file), GuideBook.builtIn(), System.out, faults::add);
    }
    boolean isClean = true;
    for (Fault fault : faults) {
      isClean &= !fault.isError();
      System.out.println(fault.severity() + " " + fault.message() + " " + fault.remedy());
    }
    return isClean ? Main.DONE : Main.FINDINGS;
  }
}
