package org.cleanclaim.workforce.estimate;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A coder or biller whose pay is asked for. Keys are those of the tables
/// ([org.cleanclaim.workforce.benchmark.Benchmarks#key]); what is null is not stated.
///
/// @param credentials credentials held; empty means none
/// @param yearsOfExperience whole years in coding or billing
/// @param state postal code
/// @param metro metropolitan area
/// @param setting kind of workplace
/// @param position job title
public record Profile(
    Set<String> credentials,
    @Nullable Integer yearsOfExperience,
    @Nullable String state,
    @Nullable String metro,
    @Nullable String setting,
    @Nullable String position) {

  /// Nothing stated, no credential held.
  public static final Profile BLANK = new Profile(Set.of(), null, null, null, null, null);

  public Profile {
    if (yearsOfExperience != null && yearsOfExperience < 0) {
      throw new IllegalArgumentException("years of experience are not negative");
    }
    var sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    sorted.addAll(credentials);
    credentials = Collections.unmodifiableSortedSet(sorted);
  }

  public Profile holding(Set<String> held) {
    return new Profile(held, yearsOfExperience, state, metro, setting, position);
  }

  public Profile withYears(@Nullable Integer years) {
    return new Profile(credentials, years, state, metro, setting, position);
  }

  public Profile in(@Nullable String stateCode, @Nullable String metroTitle) {
    return new Profile(credentials, yearsOfExperience, stateCode, metroTitle, setting, position);
  }

  public Profile at(@Nullable String workplace) {
    return new Profile(credentials, yearsOfExperience, state, metro, workplace, position);
  }

  public Profile as(@Nullable String title) {
    return new Profile(credentials, yearsOfExperience, state, metro, setting, title);
  }
}
