using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Reading;

/// <summary>What reading one file gives: what it says, what is wrong with it, and where everything stands.</summary>
/// <param name="File">Null when the text does not parse or does not hold the little that any use of it needs.</param>
/// <param name="Diagnostics">The diagnostics, in the order of the file.</param>
/// <param name="Locations">Where the elements stand, for diagnostics that only show when files are seen together.</param>
internal sealed record ParsedSpec(SpecFile? File, EquatableArray<SpecDiagnostic> Diagnostics, SpecLocations Locations);
