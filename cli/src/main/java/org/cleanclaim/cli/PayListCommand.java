package org.cleanclaim.cli;

import java.io.IOException;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.cleanclaim.workforce.publisher.Reading;
import org.cleanclaim.workforce.store.FigureStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists which figures there are.
@Command(
    name = "list",
    description = "List the built-in and installed figures by file, publisher and year.",
    mixinStandardHelpOptions = true)
final class PayListCommand implements Callable<Integer> {
  @Mixin PayStoreOptions store = new PayStoreOptions();

  @Override
  public Integer call() throws IOException {
    var opened = store.store().open();
    print("built in", FigureFiles.builtIn());
    for (FigureStore.Installed file : opened.installed()) print(file.file(), file.benchmarks());
    for (Reading.Refused refused : opened.refused()) {
      System.out.println("Damaged  " + refused.message());
    }
    return opened.refused().isEmpty() ? Main.DONE : Main.FINDINGS;
  }

  private static void print(String file, Benchmarks benchmarks) {
    var counts = new TreeMap<String, Integer>();
    benchmarks.figures().forEach(f -> counts.merge(f.source().title(), 1, Integer::sum));
    benchmarks.headcounts().forEach(h -> counts.merge(h.source().title(), 1, Integer::sum));
    counts.forEach(
        (source, rows) -> System.out.printf("%-28s %-18s %,6d rows%n", file, source, rows));
  }
}
