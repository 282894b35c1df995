package org.cleanclaim.app.web.pay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cleanclaim.workforce.estimate.Profile;
import org.cleanclaim.workforce.estimate.ProfileQuestion;
import org.springframework.util.MultiValueMap;

/// A profile as it was typed into the page's form.
///
/// @param ending of the fields' names: empty for the first profile, `2` for the second
public record ProfileForm(String ending, ProfileQuestion question) {

  static ProfileForm of(String ending, MultiValueMap<String, String> values) {
    return new ProfileForm(
        ending,
        new ProfileQuestion(
            String.join(",", values.getOrDefault("credential" + ending, List.of())),
            first(values, "years" + ending),
            first(values, "state" + ending),
            first(values, "metro" + ending),
            first(values, "setting" + ending),
            first(values, "position" + ending)));
  }

  private static String first(MultiValueMap<String, String> values, String name) {
    String value = values.getFirst(name);
    return value == null ? "" : value;
  }

  /// The same with the names as the tables write them.
  ProfileForm asUnderstood(Profile profile) {
    return new ProfileForm(
        ending,
        new ProfileQuestion(
            question.credentials(),
            question.years(),
            Objects.requireNonNullElse(profile.state(), ""),
            Objects.requireNonNullElse(profile.metro(), ""),
            Objects.requireNonNullElse(profile.setting(), ""),
            Objects.requireNonNullElse(profile.position(), "")));
  }

  public boolean isBlank() {
    return question.equals(ProfileQuestion.BLANK);
  }

  public boolean holds(String credential) {
    return Arrays.asList(question.credentials().toUpperCase(Locale.ROOT).split("[,\\s]+", -1))
        .contains(credential);
  }
}
