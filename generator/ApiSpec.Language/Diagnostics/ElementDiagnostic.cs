using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>A diagnostic of an element. Checks between files, or between the parts of a file, do not know positions.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The file.</param>
/// <param name="Pointer">The element, as a key of <see cref="SpecLocations"/>.</param>
/// <param name="Line">The line of a pasted text, counted from its first; 0 elsewhere.</param>
/// <param name="Offset">The start of the wrong characters inside the element or that line; 0 with <paramref name="Length"/> 0: the whole element.</param>
/// <param name="Length">The number of wrong characters.</param>
/// <param name="Arguments">The arguments of the message.</param>
internal sealed record ElementDiagnostic(SpecRule Rule, string Path, string Pointer, int Line, int Offset, int Length, EquatableArray<string> Arguments);
