using System.ComponentModel;
using ApiSpec.Json;
using ApiSpec.Transport;

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

    private ApiFormPart(string name, string? text, string contentType)
        : this(name, text)
        => ContentType = contentType;

    /// <summary>A value as JSON.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="json">The value's contract.</param>
    /// <param name="value">The value; null: the part is left out.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <exception cref="ArgumentException">The name is empty or holds control characters, or the value is missing a required member.</exception>
    public static ApiFormPart OfJson<T>(string name, ApiJson<T> json, T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is null)
            return new ApiFormPart(name, null, "application/json");
        JsonCheck.Body(json, value, name);
        try
        {
            return new ApiFormPart(name, JsonOutput.WriteInside(json, value), "application/json");
        }
        catch (InvalidBodyException exception)
        {
            exception.Under(name);
            throw exception.Describe();
        }
    }

    /// <summary>Adds undocumented parts after the documented ones.</summary>
    /// <param name="more">The values by the names of their parts, or null.</param>
    /// <param name="parts">The parts that the reference shows.</param>
    /// <exception cref="ArgumentException">
    /// A name is empty, holds control characters or is already used by another part, or a value contains an unpaired surrogate.
    /// </exception>
    public static ApiFormPart[] With(IReadOnlyDictionary<string, string>? more, params ApiFormPart[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var all = new List<ApiFormPart>(parts);
        foreach (var part in more ?? new Dictionary<string, string>())
        {
            if (Array.Exists(parts, shown => string.Equals(shown.Name, part.Key, StringComparison.Ordinal)))
                throw new ArgumentException("The part " + Printable.Quote(part.Key) + " has a separate parameter; set it there.", nameof(more));
            all.Add(new ApiFormPart(part.Key, part.Value));
        }

        return [.. all];
    }

    internal string Name { get; }

    /// <summary>The media type of the text; null: it is plain.</summary>
    internal string? ContentType { get; }

    internal ApiFile? File { get; }

    internal string? Text { get; }

    internal bool IsPresent => File is not null || Text is not null;

    private static string CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (var value in name)
        {
            if (char.IsControl(value))
                throw new ArgumentException("The name of a form part cannot contain control characters.", nameof(name));
        }

        return UnicodeText.Check(name);
    }
}
