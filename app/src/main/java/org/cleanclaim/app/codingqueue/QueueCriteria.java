package org.cleanclaim.app.codingqueue;

import java.util.List;
import java.util.Objects;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Which charts belong to a queue: all that fit every criterion. An empty list or null asks
/// nothing.
///
/// @param settings OUTPATIENT, EMERGENCY, INPATIENT
/// @param payers names of payers of the first coverage on the day of service
/// @param payerClasses classes of such payers, as MEDICARE
/// @param providers last names of rendering providers
/// @param oldestDays at most so many days since the service
/// @param newestDays at least so many days since the service
/// @param documents words that names of documents have to contain, one document each
/// @param need what a chart has to be like
public record QueueCriteria(
    List<String> settings,
    List<String> specialties,
    List<String> payers,
    List<String> payerClasses,
    List<String> providers,
    @Nullable Integer oldestDays,
    @Nullable Integer newestDays,
    @Nullable Money leastCharge,
    @Nullable Money mostCharge,
    List<String> documents,
    Need need) {
  public static final QueueCriteria ALL =
      new QueueCriteria(
          List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, List.of(),
          Need.OPEN);

  /// A criterion that was not given asks nothing.
  public QueueCriteria {
    settings = given(settings);
    specialties = given(specialties);
    payers = given(payers);
    payerClasses = given(payerClasses);
    providers = given(providers);
    documents = given(documents);
    need = Objects.requireNonNullElse(need, Need.OPEN);
  }

  private static List<String> given(@Nullable List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /// What a chart has to be like.
  public enum Need {
    /// Not final.
    OPEN("not final"),
    /// Begun by nobody.
    UNASSIGNED("begun by nobody"),
    /// Opened again after it was final.
    REOPENED("reopened"),
    /// With a document that came after the chart was opened and that nobody has looked at.
    LATE_DOCUMENT("with a late document"),
    /// Waiting for something.
    PENDING("waiting");

    private final String inWords;

    Need(String inWords) {
      this.inWords = inWords;
    }

    public String inWords() {
      return inWords;
    }
  }
}
