namespace ApiSpec.Language.Diagnostics;

/// <summary>A part of a spec file, in UTF-16 code units; lines and columns count from zero.</summary>
internal readonly record struct SpecSpan(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn);
