using System.Collections.Concurrent;

namespace ApiSpec.Json;

/// <summary>A format of generated code: how a reference writes points in time, and their zone: <c>yyyy/MM/dd HH:mm:ss@Asia/Tokyo</c>.</summary>
/// <param name="Form">The .NET format; null: ISO 8601.</param>
/// <param name="Zone">The IANA id of the zone of values without one; null: UTC.</param>
internal readonly record struct MomentFormat(string? Form, string? Zone)
{
    /// <summary>What separates the zone from the form. In a form, the character is escaped.</summary>
    public const char ZoneMark = '@';

    private static readonly ConcurrentDictionary<string, MomentFormat> Known = new(StringComparer.Ordinal);

    public static MomentFormat Of(string? format)
        => format is null || format.IndexOf(ZoneMark) < 0 ? new(format, null) : Known.GetOrAdd(format, static text => Split(text));

    private static MomentFormat Split(string text)
    {
        var mark = text.LastIndexOf(ZoneMark);
        return mark > 0 && text[mark - 1] == '\\' ? new(text, null) : new(mark == 0 ? null : text.Substring(0, mark), text.Substring(mark + 1));
    }
}
