package org.cleanclaim.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentLexer;
import org.cleanclaim.x12.tool.SegmentParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Turns X12 into JSON and back: a line for each segment, `{"segment":"CLM","elements":[...]}`, an
/// element being a text, a list of components, or `{"repeats":[...]}`; ISA also names the
/// separators.
@Command(
    name = "json",
    description = "Turn X12 into JSON, one line a segment, or with --back JSON into X12.",
    mixinStandardHelpOptions = true)
final class X12JsonCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
  Path file = Path.of("-");

  @Option(names = "--back", description = "Turn JSON of this form into X12.")
  boolean isBack;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      description = "The file to write; standard output when left out.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    try (InputStream in = X12Input.open(file)) {
      if (out == null) {
        convert(in, System.out);
      } else {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(out))) {
          convert(in, to);
        }
      }
    }
    return Main.DONE;
  }

  private void convert(InputStream in, OutputStream to) throws IOException {
    if (isBack) {
      back(in, to);
    } else {
      forth(in, to);
    }
  }

  private static void forth(InputStream in, OutputStream to) throws IOException {
    var json = OutwardJson.mapper();
    var lines = new PrintStream(to, false, StandardCharsets.UTF_8);
    var lexer = new SegmentLexer(in);
    for (Segment segment = lexer.next(); segment != null; segment = lexer.next()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("segment", SegmentParts.name(segment));
      if (segment.is("ISA")) {
        Separators by = segment.separators();
        line.put("separators", "" + by.element() + by.component() + by.repetition() + by.segment());
      }
      line.put("elements", SegmentParts.of(segment).stream().map(X12JsonCommand::element).toList());
      lines.println(json.writeValueAsString(line));
    }
    lines.flush();
  }

  private static Object element(List<List<String>> repetitions) {
    var all = repetitions.stream().map(r -> r.size() == 1 ? (Object) r.getFirst() : r).toList();
    return all.size() == 1 ? all.getFirst() : Map.of("repeats", all);
  }

  private void back(InputStream in, OutputStream to) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Separators by = Separators.STANDARD;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) continue;
      JsonNode node = parsed(line, number);
      String separators = node.path("separators").asString("");
      if (separators.length() == 4) {
        by =
            new Separators(
                separators.charAt(0),
                separators.charAt(1),
                separators.charAt(2),
                separators.charAt(3));
      }
      var elements = new ArrayList<List<List<String>>>();
      for (JsonNode element : node.path("elements")) elements.add(repetitions(element));
      to.write(SegmentParts.joined(node.path("segment").asString(""), elements, by));
      to.write(by.segment());
      if (by.segment() != '\n' && by.segment() != '\r') to.write('\n');
    }
    to.flush();
  }

  private JsonNode parsed(String line, int number) {
    try {
      JsonNode node = OutwardJson.mapper().readTree(line);
      if (node.path("segment").isString() && node.path("elements").isArray()) return node;
    } catch (JacksonException e) {
      throw new CommandFailure(
          "%s, line %d is not JSON. Every line has to be one object."
              .formatted(X12Input.name(file), number));
    }
    throw new CommandFailure(
        "%s, line %d has no segment with elements. Write {\"segment\":\"CLM\",\"elements\":[...]}."
            .formatted(X12Input.name(file), number));
  }

  private static List<List<String>> repetitions(JsonNode element) {
    var all = new ArrayList<List<String>>();
    if (element.isObject()) {
      for (JsonNode repetition : element.path("repeats")) all.add(components(repetition));
    } else {
      all.add(components(element));
    }
    return all;
  }

  private static List<String> components(JsonNode node) {
    if (!node.isArray()) return List.of(node.asString(""));
    var components = new ArrayList<String>();
    for (JsonNode component : node) components.add(component.asString(""));
    return components;
  }
}
