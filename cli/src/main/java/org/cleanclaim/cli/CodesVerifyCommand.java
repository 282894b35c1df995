package org.cleanclaim.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks that what is installed is as it was.
@Command(
    name = "verify",
    description = "Compare every installed table, original and search index with its checksum.",
    mixinStandardHelpOptions = true)
final class CodesVerifyCommand implements Callable<Integer> {
  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(names = "--json", description = "Print what is wrong as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    var faults = store.store().verify();
    if (isJson) {
      System.out.println(OutwardJson.mapper().writeValueAsString(faults));
    } else if (faults.isEmpty()) {
      System.out.printf(
          "%,d installed tables are as they were installed.%n", store.store().labels().size());
    } else {
      faults.forEach(fault -> System.out.println(fault.message()));
    }
    return faults.isEmpty() ? Main.DONE : Main.FINDINGS;
  }
}
