package org.cleanclaim.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.contract.MedicareFees;
import org.cleanclaim.pricing.file.ContractFile;
import org.cleanclaim.pricing.file.FileResult;
import org.cleanclaim.pricing.file.PlanFile;
import org.cleanclaim.pricing.file.PlanTerms;

/// Opens the plan and contract files that a command names.
final class TermsFiles {
  private TermsFiles() {}

  /// @throws CommandFailure with every fault of the file
  static PlanTerms plan(Path file) throws IOException {
    try (Reader reader = reader(file)) {
      return content(PlanFile.read(file.toString(), reader));
    } catch (MalformedInputException e) {
      throw new CommandFailure(file + " is not plain text in UTF-8. Save it so and try again.");
    }
  }

  /// @throws CommandFailure with every fault of the file
  static Contract contract(Path file) throws IOException {
    try (Reader reader = reader(file)) {
      return content(
          ContractFile.read(
              file.toString(), reader, name -> Files.newBufferedReader(file.resolveSibling(name))));
    } catch (MalformedInputException e) {
      throw new CommandFailure(file + " is not plain text in UTF-8. Save it so and try again.");
    }
  }

  /// @throws CommandFailure where the plan has no such tier
  static NetworkTier tier(PlanTerms plan, String name) {
    if (!name.matches("[a-z][a-z0-9_-]{1,30}") || plan.plan().at(new NetworkTier(name)).isEmpty()) {
      throw new CommandFailure(
          "The plan %s has no tier \"%s\". Name one of its tiers."
              .formatted(plan.plan().name(), name));
    }
    return new NetworkTier(name);
  }

  private static Reader reader(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("There is no file " + file + ". Check the name.");
    }
    return Files.newBufferedReader(file);
  }

  private static <T> T content(FileResult<T> result) {
    return switch (result) {
      case FileResult.Read<T> read -> read.content();
      case FileResult.Refused<T> refused ->
          throw new CommandFailure(String.join("\n", refused.problems()));
    };
  }

  /// Medicare's prices from the installed tables of the year; those of another year are no
  /// substitute.
  static MedicareFees medicare(CodeSets codeSets) {
    return new InstalledFees(codeSets);
  }
}
