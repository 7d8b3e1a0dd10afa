using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>Where the elements of one spec file stand. Kept apart from the model, so that a moved line changes this and nothing else.</summary>
/// <remarks>
/// A pointer names a YAML node by the keys that lead to it, as written (<c>/response/completed?</c>, <c>/examples/0/request header</c>).
/// The pointer alone is the key's own text; with <see cref="Value"/>, <see cref="Type"/>, <see cref="Range"/>, <see cref="Constant"/>, <see cref="Default"/> or <see cref="Link"/> behind it,
/// that part of what stands after the key.
/// </remarks>
internal sealed record SpecLocations(EquatableArray<SpecLocation> Entries)
{
    public const string Value = "!value";
    public const string Type = "!type";
    public const string Range = "!range";
    public const string Constant = "!constant";
    public const string Default = "!default";
    public const string Link = "!link";

    /// <summary>The condition behind <c>required when</c>.</summary>
    public const string RequiredWhen = "!required";

    /// <summary>The condition behind <c>only when</c>.</summary>
    public const string OnlyWhen = "!only";

    /// <summary>Between the pointer of a list of enum values and one of them.</summary>
    public const string Listed = "!listed/";

    /// <summary>Where the first line of a pasted block of text begins.</summary>
    public const string Text = "!text";
}

/// <summary>One element's place.</summary>
internal readonly record struct SpecLocation(string Pointer, SpecSpan Span);
