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

    private ApiFormPart(string name, IReadOnlyList<ApiFormPart> fields)
    {
        Name = CheckName(name);
        Fields = fields;
    }

    // The fields of a map have the only names that are sent.
    private ApiFormPart(IReadOnlyList<ApiFormPart> named)
    {
        Name = "";
        Fields = named;
        IsMap = true;
    }

    /// <summary>A list, each value as a field with the same name.</summary>
    /// <param name="name">The name of the fields.</param>
    /// <param name="values">The values; null: there is no such field.</param>
    /// <param name="toText">The text of a value.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="ArgumentException">
    /// The name is empty or holds control characters, a value is null, or a text holds an unpaired surrogate.
    /// </exception>
    public static ApiFormPart Repeat<T>(string name, IReadOnlyList<T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        return new ApiFormPart(name, [.. (values ?? []).Select(value => new ApiFormPart(name, toText(value) ?? throw NullItem(name, nameof(values))))]);
    }

    /// <summary>Files, each as a part with the same name.</summary>
    /// <param name="name">The name of the parts.</param>
    /// <param name="files">The files; null: there is no such part.</param>
    /// <exception cref="ArgumentException">The name is empty or holds control characters, or a file is null.</exception>
    public static ApiFormPart Repeat(string name, IReadOnlyList<ApiFile>? files)
        => new(name, [.. (files ?? []).Select(file => new ApiFormPart(name, file ?? throw NullItem(name, nameof(files))))]);

    /// <summary>Fields with names of which the program makes a part.</summary>
    /// <param name="prefix">The common start of the names.</param>
    /// <param name="suffix">The common end of the names.</param>
    /// <param name="values">The values by the part of their names between prefix and suffix, or null.</param>
    /// <param name="toText">The text of a value.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="ArgumentException">
    /// A name is empty or holds control characters, a value is null, or a text holds an unpaired surrogate.
    /// </exception>
    public static ApiFormPart Named<T>(string prefix, string suffix, IReadOnlyDictionary<string, T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        return Named(
            prefix, suffix, values, nameof(values), (name, value) => new ApiFormPart(name, toText(value) ?? throw NullItem(name, nameof(values))));
    }

    /// <summary>Files with names of which the program makes a part.</summary>
    /// <param name="prefix">The common start of the names.</param>
    /// <param name="suffix">The common end of the names.</param>
    /// <param name="files">The files by the part of their names between prefix and suffix, or null.</param>
    /// <exception cref="ArgumentException">A name is empty or holds control characters, or a file is null.</exception>
    public static ApiFormPart Named(string prefix, string suffix, IReadOnlyDictionary<string, ApiFile>? files)
        => Named(prefix, suffix, files, nameof(files), static (name, file) => new ApiFormPart(name, file ?? throw NullItem(name, nameof(files))));

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
        return new ApiFormPart(name, value is null ? null : JsonOutput.WriteParameter(json, value, name), "application/json");
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
            if (Array.Exists(parts, shown => shown.IsNamed(part.Key)))
                throw new ArgumentException("The part " + Printable.Quote(part.Key) + " has a separate parameter; set it there.", nameof(more));
            all.Add(new ApiFormPart(part.Key, part.Value));
        }

        return [.. all];
    }

    /// <summary>Returns the fields of parts, with a list or a map as one field for each value.</summary>
    /// <param name="parts">The parts of a form.</param>
    /// <exception cref="ArgumentException">The program chose the name of another field.</exception>
    internal static IEnumerable<ApiFormPart> FieldsOf(IReadOnlyList<ApiFormPart> parts)
    {
        var names = new HashSet<string>(parts.Where(static part => !part.IsMap).Select(static part => part.Name), StringComparer.Ordinal);
        foreach (var field in parts.Where(static part => part.IsMap).SelectMany(static part => part.Fields!))
        {
            if (!names.Add(field.Name))
            {
                throw new ArgumentException(
                    "The name " + Printable.Quote(field.Name) + " belongs to another field of the form; set that field, or choose another name.",
                    nameof(parts));
            }
        }

        return parts.SelectMany(static part => part.Fields ?? [part]);
    }

    /// <summary>The name of the field, or of each field of a list; empty for a map.</summary>
    internal string Name { get; }

    /// <summary>The fields of a list or a map; null: the part is one field.</summary>
    private IReadOnlyList<ApiFormPart>? Fields { get; }

    /// <summary>Whether the program chose the names of the fields.</summary>
    private bool IsMap { get; }

    /// <summary>The media type of the text; null: it is plain.</summary>
    internal string? ContentType { get; }

    internal ApiFile? File { get; }

    internal string? Text { get; }

    internal bool IsPresent => File is not null || Text is not null;

    private bool IsNamed(string name)
        => (!IsMap && string.Equals(Name, name, StringComparison.Ordinal))
            || Fields?.Any(field => string.Equals(field.Name, name, StringComparison.Ordinal)) == true;

    private static ApiFormPart Named<T>(
        string prefix, string suffix, IReadOnlyDictionary<string, T>? values, string parameter, Func<string, T, ApiFormPart> toPart)
        => new([.. (values ?? new Dictionary<string, T>()).Select(entry => string.IsNullOrEmpty(entry.Key)
            ? throw new ArgumentException("The name of a form field cannot be empty.", parameter)
            : toPart(prefix + entry.Key + suffix, entry.Value))]);

    private static ArgumentException NullItem(string name, string parameter)
        => new("A value of the form field " + Printable.Quote(name) + " is null.", parameter);

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
