package org.cleanclaim.coding.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.Finding;

/// Whether a query may be sent: it rests on the record, does not lead, and speaks of nothing but
/// the patient's condition.
public final class QueryCheck {
  private QueryCheck() {}

  /// @param documents the texts of the encounter's documents by their id
  public static List<Finding> check(
      QueryText query, EncounterSetting setting, Map<String, String> documents) {
    var findings = new ArrayList<Finding>();
    if (query.subject().isBlank()) findings.add(QueryRule.SUBJECT_MISSING.at("Subject"));
    if (query.question().isBlank()) findings.add(QueryRule.QUESTION_MISSING.at("Question"));
    indicators(query, documents, findings);
    wording("Subject", query.subject(), findings);
    wording("Question", query.question(), findings);
    for (int i = 0; i < query.options().size(); i++) {
      wording("Option " + (i + 1), query.options().get(i).text(), findings);
    }
    options(query, setting, findings);
    return List.copyOf(findings);
  }

  private static void indicators(
      QueryText query, Map<String, String> documents, List<Finding> findings) {
    if (query.indicators().isEmpty()) findings.add(QueryRule.INDICATOR_MISSING.at("Indicators"));
    for (int i = 0; i < query.indicators().size(); i++) {
      var indicator = query.indicators().get(i);
      if (!indicator.standsIn(documents.getOrDefault(indicator.documentId(), ""))) {
        findings.add(QueryRule.INDICATOR_NOT_FOUND.at("Indicator " + (i + 1)));
      }
    }
  }

  private static void wording(String field, String text, List<Finding> findings) {
    if (QueryWording.speaksOfMoney(text)) findings.add(QueryRule.MONEY.at(field));
    if (QueryWording.speaksOfQuality(text)) findings.add(QueryRule.QUALITY.at(field));
    if (QueryWording.leads(text)) findings.add(QueryRule.LEADING.at(field));
    if (QueryWording.says(QueryWording.CODE, text)) findings.add(QueryRule.CODE_NAMED.at(field));
  }

  private static void options(QueryText query, EncounterSetting setting, List<Finding> findings) {
    switch (query.kind()) {
      case OPEN -> {
        if (!query.options().isEmpty()) findings.add(QueryRule.OPEN_WITH_OPTIONS.at("Options"));
      }
      case MULTIPLE_CHOICE -> {
        choice(query, findings);
        leftOpen(query, findings);
      }
      case YES_NO -> {
        purpose(query, setting, findings);
        if (!isYesNo(query.options())) findings.add(QueryRule.YES_NO_ANSWERS.at("Options"));
        leftOpen(query, findings);
      }
    }
  }

  private static void purpose(QueryText query, EncounterSetting setting, List<Finding> findings) {
    switch (query.purpose()) {
      case null -> findings.add(QueryRule.YES_NO_PURPOSE.at("Purpose"));
      case PRESENT_ON_ADMISSION -> {
        if (setting != EncounterSetting.INPATIENT) {
          findings.add(QueryRule.YES_NO_ADMISSION.at("Purpose"));
        }
      }
      case CAUSE_AND_EFFECT, CONFLICT -> {
        long places = query.indicators().stream().map(QueryIndicator::quote).distinct().count();
        if (places == 1) findings.add(QueryRule.YES_NO_ONE_SIDE.at("Indicators"));
      }
      case SUBSTANTIATE -> {}
    }
  }

  private static void choice(QueryText query, List<Finding> findings) {
    if (query.options().stream().filter(QueryOption::isClinical).count() < 2) {
      findings.add(QueryRule.OPTION_SINGLE.at("Options"));
    }
    var seen = new HashSet<String>();
    for (int i = 0; i < query.options().size(); i++) {
      var option = query.options().get(i);
      String field = "Option " + (i + 1);
      if (!seen.add(plain(option.text()))) findings.add(QueryRule.OPTION_REPEATED.at(field));
      if (isEmphasized(option, query.options())) findings.add(QueryRule.OPTION_EMPHASIS.at(field));
      if (!option.isClinical()) continue;
      boolean isSupported =
          option.supportedBy().stream().anyMatch(n -> n >= 1 && n <= query.indicators().size());
      if (!isSupported) findings.add(QueryRule.OPTION_UNSUPPORTED.at(field));
      if (plain(option.text()).equals(plain(query.subject()))) {
        findings.add(QueryRule.SUBJECT_TELLS_ANSWER.at("Subject"));
      }
    }
  }

  private static void leftOpen(QueryText query, List<Finding> findings) {
    if (query.options().stream().noneMatch(QueryOption::isOther)) {
      findings.add(QueryRule.OPTION_OTHER_MISSING.at("Options"));
    }
    if (query.options().stream().noneMatch(QueryOption::isUndetermined)) {
      findings.add(QueryRule.OPTION_UNDETERMINED_MISSING.at("Options"));
    }
  }

  private static boolean isYesNo(List<QueryOption> options) {
    var texts = options.stream().map(o -> plain(o.text())).toList();
    return texts.contains("yes")
        && texts.contains("no")
        && options.stream().noneMatch(QueryOption::isClinical);
  }

  // Written in capitals when the others are not, or with a mark or a word of praise.
  private static boolean isEmphasized(QueryOption option, List<QueryOption> all) {
    return QueryWording.says(QueryWording.EMPHASIS, option.text())
        || (isShouted(option)
            && !all.stream().filter(QueryOption::isClinical).allMatch(QueryCheck::isShouted));
  }

  private static boolean isShouted(QueryOption option) {
    String text = option.text();
    return text.codePoints().filter(Character::isLetter).count() > 5
        && text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
