package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.codesets.publication.TabularList.SeventhCharacter;
import org.jspecify.annotations.Nullable;

/// The Tabular List of ICD-10-CM as the CDC publishes it in XML.
final class TabularXml implements Layout {
  @Override
  public boolean fits(Contents file) {
    return file.head().contains("<ICD10CM.tabular");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var book = new Book();
    try (var xml = new Xml(file.open())) {
      xml.children(name -> book.readTop(xml, name));
      xml.finish();
      if (book.chapters.isEmpty()) throw xml.damage("The file has no chapters.");
    }
    Edition edition = book.year > 0 ? dating.fiscal(book.year) : dating.fiscal();
    String source = "CDC/NCHS Tabular List " + file.name();
    if (book.chapters.size() == 1) source += ", an excerpt: chapter " + book.chapters.getFirst();
    return Layout.one(
        PublicationKind.ICD10CM_TABULAR,
        edition,
        source,
        new TabularList(ConditionalNotes.resolved(book.entries)));
  }

  /// What has been read so far.
  private static final class Book {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> chapters = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, Integer> sections = new HashMap<>();
    private int year;

    void readTop(Xml xml, String name) throws IOException {
      switch (name) {
        case "version" -> year = XmlYear.of(xml);
        case "chapter" -> readEntry(xml, Level.CHAPTER, null);
        default -> {}
      }
    }

    private void readEntry(Xml xml, Level level, @Nullable String parent) throws IOException {
      int line = xml.line();
      int place = entries.size();
      var open = new OpenEntry(level, parent);
      if (level == Level.SECTION) open.id = xml.attribute("id");
      open.isPlaceholder = xml.attribute("placeholder").equals("true");
      xml.children(name -> {
        switch (name) {
          case "name" -> open.id = id(xml, level);
          case "desc" -> open.title = xml.text();
          case "section", "diag" -> {
            if (open.isNew) begin(open, place, line);
            String above = open.id;
            if (name.equals("section")) {
              readEntry(xml, Level.SECTION, enclosing(xml.attribute("id"), above));
            } else {
              readEntry(xml, Level.CODE, above);
            }
          }
          case "sevenChrDef" -> readSeventh(xml, open.seventh);
          default -> readNotes(xml, name, open.notes);
        }
      });
      if (open.isNew) begin(open, place, line);
      entries.set(place, open.entry());
    }

    /// Takes the entry's place before those below it.
    private void begin(OpenEntry open, int place, int line) throws DamagedFile {
      if (open.id.isEmpty() || open.title.isEmpty()) {
        throw new DamagedFile(line, "The entry has no name or no title.");
      }
      switch (open.level) {
        case CHAPTER -> chapters.add(open.id);
        case SECTION -> {
          if (sections.putIfAbsent(open.id, place) != null) {
            throw new DamagedFile(line, "The section " + open.id + " occurs a second time.");
          }
        }
        case CODE -> {
          if (!Codes.isDiagnosis(open.id)) {
            throw new DamagedFile(line, open.id + " is no ICD-10-CM code.");
          }
          if (!codes.add(open.id)) {
            throw new DamagedFile(line, "The code " + open.id + " occurs a second time.");
          }
        }
      }
      open.isNew = false;
      entries.add(open.entry());
    }

    /// The smallest section read before in the same chapter that includes the section, else the
    /// chapter.
    private String enclosing(String section, String chapter) {
      String[] inner = section.split("-", -1);
      String found = chapter;
      for (int i = entries.size() - 1; i >= 0 && entries.get(i).level() != Level.CHAPTER; i--) {
        Entry entry = entries.get(i);
        if (entry.level() != Level.SECTION) continue;
        String[] outer = entry.id().split("-", -1);
        if (inner.length == 2
            && outer.length == 2
            && outer[0].compareTo(inner[0]) <= 0
            && outer[1].compareTo(inner[1]) >= 0) {
          return entry.id();
        }
      }
      return found;
    }

    private static String id(Xml xml, Level level) throws IOException {
      String name = xml.text();
      return level == Level.CODE ? Codes.plain(name) : name;
    }

    private static void readNotes(Xml xml, String element, List<Note> notes) throws IOException {
      Note.@Nullable Kind kind =
          switch (element) {
            case "includes" -> Note.Kind.INCLUDES;
            case "inclusionTerm" -> Note.Kind.INCLUSION_TERM;
            case "excludes1" -> Note.Kind.EXCLUDES1;
            case "excludes2" -> Note.Kind.EXCLUDES2;
            case "codeFirst" -> Note.Kind.CODE_FIRST;
            case "useAdditionalCode" -> Note.Kind.USE_ADDITIONAL;
            case "codeAlso" -> Note.Kind.CODE_ALSO;
            case "notes" -> Note.Kind.NOTE;
            default -> null;
          };
      if (kind == null) return;
      xml.children(name -> {
        if (!name.equals("note")) return;
        String text = xml.text();
        if (!text.isEmpty()) notes.add(new Note(kind, text, NotedCodes.in(kind, text)));
      });
    }

    private static void readSeventh(Xml xml, List<SeventhCharacter> seventh) throws IOException {
      xml.children(name -> {
        if (!name.equals("extension")) return;
        String character = xml.attribute("char");
        if (character.length() != 1) throw xml.damage("The 7th character is not one character.");
        seventh.add(new SeventhCharacter(character.charAt(0), xml.text()));
      });
    }
  }

  /// An entry whose element is not closed yet.
  private static final class OpenEntry {
    private final Level level;
    private final @Nullable String parent;
    private final List<Note> notes = new ArrayList<>();
    private final List<SeventhCharacter> seventh = new ArrayList<>();
    private String id = "";
    private String title = "";
    private boolean isPlaceholder;
    private boolean isNew = true;

    OpenEntry(Level level, @Nullable String parent) {
      this.level = level;
      this.parent = parent;
    }

    Entry entry() {
      return new Entry(level, id, title, parent, notes, seventh, isPlaceholder);
    }
  }
}
