using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>The positions of the elements in one spec file. They are separate from the model, so that a moved line changes only this.</summary>
/// <remarks>
/// A pointer names a YAML node by its path of keys, as written (<c>/response/completed?</c>, <c>/examples/0/request header</c>).
/// The pointer alone means the text of the key; with <see cref="Value"/>, <see cref="Type"/>, <see cref="Range"/>, <see cref="Constant"/>,
/// <see cref="Default"/> or <see cref="Link"/> after it,
/// it means that part of the value.
/// </remarks>
internal sealed record SpecLocations(EquatableArray<SpecLocation> Entries)
{
    public const string Value = "!value";
    public const string Type = "!type";
    public const string Range = "!range";
    public const string Constant = "!constant";
    public const string Default = "!default";
    public const string Link = "!link";

    /// <summary>The condition after <c>required when</c>.</summary>
    public const string RequiredWhen = "!required";

    /// <summary>The condition after <c>only when</c>.</summary>
    public const string OnlyWhen = "!only";

    /// <summary>Between the pointer of a list of enum values and one of them.</summary>
    public const string Listed = "!listed/";

    /// <summary>The start of the first line of a pasted block.</summary>
    public const string Text = "!text";
}

/// <summary>The position of one element.</summary>
internal readonly record struct SpecLocation(string Pointer, SpecSpan Span);
