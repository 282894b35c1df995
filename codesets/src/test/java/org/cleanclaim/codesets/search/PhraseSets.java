package org.cleanclaim.codesets.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Quick readers of the published files, for measuring the search with real codes.
final class PhraseSets {
  private final Path data;
  private final Map<String, SearchEntry> entries = new LinkedHashMap<>();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  private PhraseSets(Path data) {
    this.data = data;
  }

  /// The codes of ICD-10-CM with the words of the index, the tables and the tabular list.
  static List<SearchEntry> icd10cm(Path data, String year) throws Exception {
    var sets = new PhraseSets(data.resolve("data/icd10cm"));
    sets.readOrder(year + "/icd10cm_order_" + year + ".txt.gz", 3);
    sets.readIndex();
    sets.readTabular();
    sets.readXml("2026/icd10cm-eindex-April-1-2026.xml.gz", Origin.EXTERNAL_CAUSE_INDEX);
    sets.readXml("2026/icd10cm-neoplasm-April-1-2026.xml.gz", Origin.NEOPLASM_TABLE);
    sets.readXml("2026/icd10cm-drug-April-1-2026.xml.gz", Origin.DRUG_TABLE);
    return sets.result();
  }

  static List<SearchEntry> icd10pcs(Path data) throws Exception {
    var sets = new PhraseSets(data.resolve("data/icd10pcs"));
    sets.readOrder("2026/icd10pcs_order_2026.txt.gz", 3);
    return sets.result();
  }

  private List<SearchEntry> result() {
    return entries.values().stream()
        .map(e ->
            new SearchEntry(
                e.code(),
                e.billable(),
                e.title(),
                e.category(),
                e.chapter(),
                phrases.getOrDefault(e.code(), List.of())))
        .toList();
  }

  private InputStream open(String name) throws IOException {
    return new GZIPInputStream(Files.newInputStream(data.resolve(name)), 1 << 16);
  }

  private void readOrder(String name, int heading) throws IOException {
    var text = new String(open(name).readAllBytes(), StandardCharsets.ISO_8859_1);
    for (var line : text.split("\r?\n")) {
      if (line.length() > 77) {
        var code = line.substring(6, 13).strip();
        var category = code.substring(0, Math.min(heading, code.length()));
        entries.put(
            code,
            new SearchEntry(
                code,
                line.charAt(14) == '1',
                line.substring(77).strip(),
                category,
                code.substring(0, 1),
                List.of()));
      }
    }
  }

  private void add(String printed, Origin origin, String text) {
    var code = printed.replaceAll("[^A-Z0-9]", "");
    while (code.length() > 3 && !entries.containsKey(code)) {
      code = code.substring(0, code.length() - 1);
    }
    if (entries.containsKey(code)) {
      phrases.computeIfAbsent(code, c -> new ArrayList<>()).add(new Phrase(origin, text));
    }
  }

  private void readIndex() throws IOException {
    var text =
        new String(
            open("2025/derived_ICD10CM_2025_Index.csv.gz").readAllBytes(), StandardCharsets.UTF_8);
    var path = new ArrayList<String>();
    var codeOfPath = new HashMap<String, String>();
    var references = new ArrayList<String[]>();
    for (var line : text.split("\r?\n")) {
      var cells = cells(line);
      if (cells.size() < 8 || !cells.get(2).matches("\\d+")) {
        continue;
      }
      var level = Integer.parseInt(cells.get(2));
      while (path.size() > level) {
        path.removeLast();
      }
      var key = String.join(", ", path) + (path.isEmpty() ? "" : ", ") + cells.get(3);
      var term = cells.get(3) + (cells.get(6).isBlank() ? "" : " " + cells.get(6).strip());
      path.add(term);
      var whole = String.join(", ", path);
      if (!cells.get(7).isBlank()) {
        codeOfPath.putIfAbsent(key.toLowerCase(Locale.ROOT), cells.get(7));
        codeOfPath.putIfAbsent(plainKey(whole), cells.get(7));
        add(cells.get(7), Origin.INDEX, whole);
      } else if (!cells.get(4).isBlank()) {
        references.add(new String[] {whole, cells.get(4)});
      }
    }
    for (var reference : references) {
      var code = codeOfPath.get(plainKey(reference[1]));
      if (code != null) {
        add(code, Origin.INDEX, reference[0]);
      }
    }
  }

  private static String plainKey(String path) {
    return path.replaceAll("\\([^)]*\\)", "")
        .replaceAll("\\s*,\\s*", ", ")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private Element root(String name) throws Exception {
    try (var in = open(name)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    }
  }

  private void readTabular() throws Exception {
    var names = root("2021/icd10cm_tabular_2021.xml.gz").getElementsByTagName("diag");
    for (var i = 0; i < names.getLength(); i++) {
      var diag = (Element) names.item(i);
      var code = "";
      for (var child : children(diag)) {
        switch (child.getTagName()) {
          case "name" -> code = child.getTextContent();
          case "inclusionTerm", "includes" -> {
            for (var note : children(child)) {
              add(code, Origin.INCLUSION_TERM, note.getTextContent());
            }
          }
          default -> {}
        }
      }
    }
  }

  private void readXml(String name, Origin origin) throws Exception {
    var root = root(name);
    var heads = new HashMap<String, String>();
    var all = root.getElementsByTagName("head");
    for (var i = 0; i < all.getLength(); i++) {
      heads.put(((Element) all.item(i)).getAttribute("col"), all.item(i).getTextContent());
    }
    var terms = root.getElementsByTagName("mainTerm");
    for (var i = 0; i < terms.getLength(); i++) {
      readTerm((Element) terms.item(i), "", heads, origin);
    }
  }

  private void readTerm(Element term, String above, Map<String, String> heads, Origin origin) {
    var path = above;
    for (var child : children(term)) {
      switch (child.getTagName()) {
        case "title" -> path = (above.isEmpty() ? "" : above + ", ") + title(child);
        case "code" -> add(child.getTextContent(), origin, path);
        case "cell" -> {
          if (!child.getTextContent().startsWith("-")) {
            add(
                child.getTextContent(),
                origin,
                path + ", " + heads.getOrDefault(child.getAttribute("col"), ""));
          }
        }
        case "term" -> readTerm(child, path, heads, origin);
        default -> {}
      }
    }
  }

  private static String title(Element title) {
    var text = new StringBuilder();
    for (Node n = title.getFirstChild(); n != null; n = n.getNextSibling()) {
      text.append(n.getTextContent()).append(' ');
    }
    return text.toString().strip();
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }
}
