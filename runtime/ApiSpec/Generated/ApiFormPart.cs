using System.ComponentModel;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>One part of a form (RFC 7578). For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiFormPart
{
    /// <summary>A file.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="file">The file; null: the part is left out.</param>
    /// <exception cref="ArgumentException">The name is empty or holds control characters.</exception>
    public ApiFormPart(string name, ApiFile? file)
    {
        Name = CheckName(name);
        File = file;
    }

    /// <summary>Text.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="text">The text; null: the part is left out.</param>
    /// <exception cref="ArgumentException">The name is empty or holds control characters, or the text holds an unpaired surrogate.</exception>
    public ApiFormPart(string name, string? text)
    {
        Name = CheckName(name);
        Text = text is null ? null : UnicodeText.Check(text);
    }

    internal string Name { get; }

    internal ApiFile? File { get; }

    internal string? Text { get; }

    internal bool IsPresent => File is not null || Text is not null;

    private static string CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (var value in name)
        {
            if (char.IsControl(value))
                throw new ArgumentException("The name of a form's part cannot hold control characters.", nameof(name));
        }

        return UnicodeText.Check(name);
    }
}
