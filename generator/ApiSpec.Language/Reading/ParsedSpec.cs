using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Reading;

/// <summary>The result of reading one file: its content, its diagnostics and its positions.</summary>
/// <param name="File">Null if the text does not parse or lacks the minimum that any use needs.</param>
/// <param name="Diagnostics">The diagnostics, in the order of the file.</param>
/// <param name="Locations">The positions of the elements, for diagnostics that depend on several files.</param>
internal sealed record ParsedSpec(SpecFile? File, EquatableArray<SpecDiagnostic> Diagnostics, SpecLocations Locations);
