package org.cleanclaim.app.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.cleanclaim.pricing.FeeSchedule;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.file.ContractFile;
import org.cleanclaim.pricing.file.FileResult;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files of the demo month.
final class ScenarioFiles {
  private ScenarioFiles() {}

  static FeeSchedule fees(String name) {
    try (var reader =
        new InputStreamReader(open("fees/" + name + ".tsv"), StandardCharsets.UTF_8)) {
      return switch (FeeSchedule.read(name, reader)) {
        case FeeSchedule.ReadResult.Read read -> read.schedule();
        case FeeSchedule.ReadResult.Refused refused ->
            throw new IllegalStateException(String.join(" ", refused.problems()));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Contract contract(String name) {
    var read =
        ContractFile.read(
            name,
            new StringReader(text(name)),
            other -> {
              throw new FileNotFoundException(other);
            });
    return switch (read) {
      case FileResult.Read<Contract> found -> found.content();
      case FileResult.Refused<Contract> refused ->
          throw new IllegalStateException(String.join(" ", refused.problems()));
    };
  }

  static String text(String name) {
    try (InputStream stream = open(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T json(String name, Class<T> type) {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build()
        .readValue(text(name), type);
  }

  private static InputStream open(String name) throws IOException {
    InputStream stream = ScenarioFiles.class.getResourceAsStream("/demo/" + name);
    if (stream == null) throw new IOException("missing demo resource " + name);
    return stream;
  }
}
