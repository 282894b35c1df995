package org.cleanclaim.coding.hcpcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.statement.ActReader;
import org.cleanclaim.coding.statement.ActStatus;
import org.cleanclaim.coding.statement.Statement;

/// Administration of vaccines, preventive services and supplies by their words.
final class ListedServices {
  private static final String RELATIVE =
      "(?:father|mother|brother|sister|parent|sibling|son|daughter)s?";
  private static final Pattern RELATIVE_BEFORE =
      Pattern.compile(
          "\\b"
              + RELATIVE
              + " (?:with|had|has|diagnosed with|died of)\\b(?:"
              + " (?:a )?(?:personal )?history of\\b)?");
  private static final Pattern RELATIVE_BEHIND =
      Pattern.compile("\\b(col\\w+ cancer) in (?:(?:his|her|their|the|a) )?" + RELATIVE + "\\b");
  private static final Pattern FARTHER =
      Pattern.compile("\\b(?:no|denies|negative|grand\\w+|aunts?|uncles?|cousins?|great)\\b");
  private static final Pattern NOT_SO =
      Pattern.compile("\\b(?:no|not|denies|denied|without|negative for|never)\\b[^.;]*$");

  private final Documentation note;
  private final List<Statement> statements;
  private final List<ServiceSuggestion> suggestions = new ArrayList<>();
  private final List<Mention> notCoded = new ArrayList<>();

  private ListedServices(Documentation note, List<Statement> statements) {
    this.note = note;
    this.statements = statements;
  }

  static ServiceProposal propose(Edition edition, Documentation note, List<Statement> statements) {
    var services = new ListedServices(note, statements);
    for (ListedService service : ListedService.all()) {
      edition
          .find(service.code())
          .filter(entry -> entry.period().contains(note.servedOn()))
          .ifPresent(entry -> services.look(service, entry));
    }
    return new ServiceProposal(services.suggestions, services.notCoded);
  }

  private void look(ListedService service, CodeEntry entry) {
    for (Statement said : statements) {
      Optional<Evidence> found = named(service, said);
      if (found.isEmpty()) continue;
      Evidence at = found.get();
      ActStatus status = ActReader.read(said, at.start(), at.end(), note.servedOn());
      String against = status == ActStatus.DONE ? against(service) : status.inWords();
      if (!against.isEmpty()) {
        notCoded.add(new Mention(at, service.code(), true, against));
        continue;
      }
      var path = new ArrayList<String>();
      path.add("“" + at.quote() + "” names " + service.code());
      path.add("the clause says it was done");
      if (!service.source().isEmpty()) path.add(service.source());
      suggestions.add(
          new ServiceSuggestion(
              service.code(), entry.title(), 1, 80, List.of(at), path, List.of()));
      return;
    }
  }

  private Optional<Evidence> named(ListedService service, Statement said) {
    int from = said.lower().length();
    int to = 0;
    for (Pattern pattern : service.named()) {
      Matcher found = pattern.matcher(said.lower());
      if (!found.find()) return Optional.empty();
      from = Math.min(from, found.start());
      to = Math.max(to, found.end());
    }
    if (service.unless().stream().anyMatch(p -> p.matcher(said.lower()).find())) {
      return Optional.empty();
    }
    int start = said.start() + from;
    int end = said.start() + to;
    return Optional.of(
        new Evidence(note.documentId(), start, end, note.text().substring(start, end)));
  }

  /// Why the note as a whole speaks against the code; empty when it does not.
  private String against(ListedService service) {
    for (Pattern pattern : service.against()) {
      if (isSaid(pattern)) return "the note says something that another code is for";
    }
    for (Pattern pattern : service.needs()) {
      if (!isSaid(pattern)) return "the note does not say what the code asks for";
    }
    return "";
  }

  /// `Father with colon cancer`, `colon cancer in her mother`: a close relative's disease in the
  /// words of the list (42 CFR 410.37(a)(3): sibling, parent or child).
  private static String asFamilyHistory(String lower) {
    String before = RELATIVE_BEFORE.matcher(lower).replaceAll("family history of");
    return RELATIVE_BEHIND.matcher(before).replaceAll("family history of $1");
  }

  private boolean isSaid(Pattern pattern) {
    for (Statement said : statements) {
      String told = asFamilyHistory(said.lower());
      Matcher found = pattern.matcher(told);
      while (found.find()) {
        String before = told.substring(0, found.start());
        if (!NOT_SO.matcher(before).find()) return true;
      }
      boolean isOfFamily = said.kind() == SectionKind.FAMILY_HISTORY;
      if (isOfFamily && pattern.matcher("family history of " + said.lower().strip()).find()) {
        return !FARTHER.matcher(said.lower()).find();
      }
    }
    return false;
  }
}
