/// REST under `/api/v1`: the same objects as the pages, for programs. `openapi.yaml` describes it
/// and is kept equal by a test.
@NullMarked
package org.cleanclaim.app.rest;

import org.jspecify.annotations.NullMarked;
