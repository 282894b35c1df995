package org.cleanclaim.app.web.codingqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.app.codingqueue.QueueCriteria;

/// Criteria in words.
public final class QueueWords {
  private QueueWords() {}

  /// As `not final · inpatient · charges from 5,000.00`.
  public static String of(QueueCriteria criteria) {
    var words = new ArrayList<String>();
    words.add(criteria.need().inWords());
    add(words, "", criteria.settings().stream().map(s -> s.toLowerCase(Locale.ROOT)).toList());
    add(words, "", criteria.specialties());
    add(words, "payer ", criteria.payers());
    add(
        words,
        "",
        criteria.payerClasses().stream()
            .map(c -> c.toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList());
    add(words, "provider ", criteria.providers());
    if (criteria.newestDays() != null)
      words.add("served " + criteria.newestDays() + " days ago or more");
    if (criteria.oldestDays() != null)
      words.add("served in the last " + criteria.oldestDays() + " days");
    if (criteria.leastCharge() != null) words.add("charges from " + criteria.leastCharge());
    if (criteria.mostCharge() != null) words.add("charges up to " + criteria.mostCharge());
    add(words, "with document ", criteria.documents());
    return String.join(" · ", words);
  }

  private static void add(List<String> words, String what, List<String> values) {
    if (!values.isEmpty()) words.add(what + String.join(" or ", values));
  }
}
