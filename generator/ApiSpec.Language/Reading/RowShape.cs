using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Decides whether a mapping under a name is one row in long form, or a table of rows.</summary>
/// <remarks>
/// The keys of the long form are ordinary names, so an object can have members called <c>type</c> and <c>description</c>. A mapping is the long form if it has
/// <c>type:</c> (or <c>members:</c>) and only keys of the long form. An object whose members all have such names is written with its rows under
/// <c>members:</c>. One slip in a key must not turn a row into an object, though: a value that no row can have shows that the mapping was meant as the long
/// form.
/// </remarks>
internal static class RowShape
{
    private const string Members = "; write rows of an object with a member 'type' under 'members:'";
    private const string OfRow = "; write it in each row that has the type";
    private const string InEachRow = "; write it in each row that has the type, as in 'name: string 1..10'";

    /// <summary>The names that other formats use for the parts of a row, and the form that this format uses.</summary>
    private static readonly Dictionary<string, string> ForeignKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["format"] = "; write only the type, as in 'type: date-time'",
        ["required"] = "; leave it out, because a row without '?' after its name is required",
        ["optional"] = "; write '?' after the name of an optional row",
        ["mandatory"] = "; leave it out, because a row without '?' after its name is required",
        ["nullable"] = "; write 'or null' after the type, as in 'type: string or null'",
        ["null"] = "; write 'or null' after the type, as in 'type: string or null'",
        ["min"] = "; write a range after the type, as in 'type: int 1..'",
        ["minimum"] = "; write a range after the type, as in 'type: int 1..'",
        ["minLength"] = "; write a range after the type, as in 'type: int 1..'",
        ["minItems"] = "; write the number of items in the list, as in 'type: string[1..]'",
        ["max"] = "; write a range after the type, as in 'type: string ..255'",
        ["maximum"] = "; write a range after the type, as in 'type: string ..255'",
        ["maxLength"] = "; write a range after the type, as in 'type: string ..255'",
        ["maxItems"] = "; write the number of items in the list, as in 'type: string[..255]'",
        ["length"] = "; write a range after the type, as in 'type: string ..255'",
        ["size"] = "; write a range after the type, as in 'type: string ..255'",
        ["enum"] = "; write 'type: enum' and 'values:'",
        ["example"] = "; write examples under 'examples:' of the section",
        ["examples"] = "; write examples under 'examples:' of the section",
        ["items"] = "; write '[]' after the type of a list, as in 'type: string[]'",
        ["properties"] = "; write 'members:'",
        ["fields"] = "; write 'members:'",
        ["const"] = "; write 'always' after the type, as in 'type: string always search'",
        ["fixed"] = "; write 'always' after the type, as in 'type: string always search'",
        ["readOnly"] = "; write 'read-only' after the type",
        ["writeOnly"] = "; write 'write-only' after the type",
        ["comment"] = "; write 'description:' or 'notes:'",
        ["note"] = "; write 'notes:'",
        ["desc"] = "; write 'description:'",
    };

    /// <summary>The keys of the long form that describe a row and are unlikely names of a member.</summary>
    private static readonly string[] Telling = [
        "csharp", "notes", "deprecated", "since", "until", EditionRemarks.Before, "only", "except", "description", "section",
    ];

    /// <summary>Whether the mapping has the keys of the long form and no others.</summary>
    public static bool IsLongForm(YamlMapping mapping, string[] longKeys)
        => HasType(mapping) && mapping.Entries.TrueForAll(entry => Array.IndexOf(longKeys, entry.Name) >= 0);

    /// <summary>Whether the mapping, which also has other keys, was meant as the long form of one row.</summary>
    public static bool MeansLongForm(YamlMapping mapping, string[] longKeys)
        => HasType(mapping)
            && (mapping.Find("members") is { Value: YamlMapping }
                || mapping.Entries.Exists(entry => entry.Name is not ("type" or "members") && TellsLongForm(entry, longKeys)));

    /// <summary>Reports each key that the long form does not have.</summary>
    public static void ReportUnknownKeys(ReadingContext context, YamlMapping mapping, string[] longKeys)
    {
        foreach (var entry in mapping.Entries)
        {
            if (Array.IndexOf(longKeys, entry.Name) >= 0)
                continue;
            var isSchema = longKeys == SchemaReader.LongKeys;
            // The diagnostic about the old form of the row covers this key.
            if (!isSchema && OldRow.IsKey(entry.Name))
                continue;
            var isOfRow = isSchema && (Array.IndexOf(RowReader.LongKeys, entry.Name) >= 0 || OldRow.IsKey(entry.Name)
                || (ForeignKeys.TryGetValue(entry.Name, out var meant) && (meant.Contains("a range after") || meant.Contains("number of items"))));
            var nearest = isOfRow || ForeignKeys.ContainsKey(entry.Name) ? null : context.Nearest(entry.Name, longKeys);
            var hint = isOfRow ? entry.Name == "range" || (!OldRow.IsKey(entry.Name) && Array.IndexOf(RowReader.LongKeys, entry.Name) < 0) ? InEachRow : OfRow
                : ForeignKeys.TryGetValue(entry.Name, out var foreign) ? foreign
                : nearest is null ? Members
                : "; did you mean '" + nearest + "'?";
            context.Report(SpecRules.NoKeyOfRow, entry.Key, entry.Name, isSchema ? "schema" : "row", hint);
            if (nearest is not null && mapping.Find(nearest) is null)
                mapping.Rename(entry, nearest);
        }
    }

    /// <summary>Reports keys that describe the table itself but appear among its rows, and removes them from the table.</summary>
    public static void ReportKeysBesideRows(ReadingContext context, YamlMapping mapping, string[] longKeys)
    {
        foreach (var entry in mapping.Entries)
        {
            var isTelling = Array.IndexOf(Telling, entry.Name) >= 0 && Array.IndexOf(longKeys, entry.Name) >= 0;
            if (!isTelling || entry.Value.IsBroken || !(entry.Name == "csharp" ? IsName(entry.Value) : !CanBeRow(entry.Value)))
                continue;
            context.Report(SpecRules.KeyBesideRows, entry.Key, entry.Name);
            entry.Value.IsBroken = true;
        }
    }

    /// <summary>Whether the mapping has one of the keys that the long form requires.</summary>
    public static bool HasType(YamlMapping mapping)
        => mapping.Find("type") is { Value: YamlScalar } || mapping.Find("members") is { Value: YamlMapping };

    private static bool TellsLongForm(YamlEntry entry, string[] longKeys)
    {
        if (Array.IndexOf(longKeys, entry.Name) >= 0)
            return !CanBeRow(entry.Value);
        // 'range: 1..10' of a schema: only a row has this key, and the value is not a type that a member could have.
        if (Array.IndexOf(RowReader.LongKeys, entry.Name) >= 0 || OldRow.IsKey(entry.Name))
            return !IsBuiltIn(entry.Value) && !IsDeclaredType(entry.Value);
        // 'max: int' is a member, and 'max: 10' is not. 'format: date-time' comes from another format, and 'format: string' is a member.
        if (ForeignKeys.ContainsKey(entry.Name))
            return !IsBuiltIn(entry.Value) || (entry.Name == "format" && entry.Value is YamlScalar { Value: not "string" });
        return !CanBeRow(entry.Value) && NearestName.Find(entry.Name, longKeys) is not null;
    }

    // Whether the value is a valid row. Only all files together show whether the schema that it names exists.
    private static bool CanBeRow(YamlNode value) => value switch
    {
        YamlMapping => true,
        YamlScalar { IsMissing: false } scalar => RowText.Parse(scalar.Value) is { Type: { } type, Diagnostics.Count: 0 } && !IsWord(type),
        _ => value.IsBroken,
    };

    private static bool IsWord(TypeReference type) => type is { Kind: TypeKind.Named, Name: "true" or "false" or "yes" or "no" };

    /// <summary>Whether a value is a row with a built-in type.</summary>
    public static bool IsBuiltIn(YamlNode value)
        => value is YamlMapping || (value is YamlScalar scalar && RowText.Parse(scalar.Value) is { Type: { Kind: not TypeKind.Named }, Diagnostics.Count: 0 });

    // The names of schemas nearly always start with a capital letter.
    private static bool IsDeclaredType(YamlNode value)
        => value is YamlScalar scalar && RowText.Parse(scalar.Value) is { Type: { Kind: TypeKind.Named, Name: { Length: > 0 } name }, Diagnostics.Count: 0 }
            && char.IsUpper(name[0]);

    private static bool IsName(YamlNode value) => value is YamlScalar scalar && RowText.Parse(scalar.Value).Type is null or { Kind: TypeKind.Named };
}
