using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>When members of a body and parameters must be given, and where they do not count: checked before anything is sent. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConditions
{
    /// <summary>A step of a path to a table that points to each value of a map.</summary>
    private const string EachValue = "";

    private readonly List<Rule> _rules = [];

    /// <summary>Adds that a value must be given where a condition is true.</summary>
    /// <param name="table">The names on the way to the table of the value; an empty one points to each value of a map.</param>
    /// <param name="name">The name of the value.</param>
    /// <param name="words">The condition, for messages.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>The same object.</returns>
    public ApiConditions Required(string[] table, string name, string words, ApiCondition condition) => Add(table, name, words, condition, isRequired: true);

    /// <summary>Adds that a value counts only where a condition is true.</summary>
    /// <param name="table">The names on the way to the table of the value; an empty one points to each value of a map.</param>
    /// <param name="name">The name of the value.</param>
    /// <param name="words">The condition, for messages.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>The same object.</returns>
    public ApiConditions Only(string[] table, string name, string words, ApiCondition condition) => Add(table, name, words, condition, isRequired: false);

    /// <summary>Checks the parameters of a request, and members of its body whose conditions name parameters.</summary>
    /// <param name="values">The parameters and the body.</param>
    /// <exception cref="ArgumentException">A value is missing, or does not count; the name of the parameter is the path of the value.</exception>
    public void Check(ApiConditionValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        try
        {
            using var document = values.ToDocument();
            var root = new ConditionFrame(document.RootElement, null);
            foreach (var rule in _rules)
            {
                // The first step is a part of the request, not of a name.
                if (document.RootElement.TryGetProperty(rule.Table[0], out var place))
                    Check(rule, place, 1, root, "");
            }
        }
        catch (InvalidBodyException exception)
        {
            throw exception.Describe();
        }
    }

    /// <summary>Checks an object.</summary>
    /// <param name="utf8">The sent object.</param>
    /// <exception cref="InvalidBodyException">A required member is missing, or a member does not apply.</exception>
    internal void Check(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = ConnectionSettings.LargestJsonDepth });
        foreach (var rule in _rules)
            Check(rule, document.RootElement, 0, null, "");
    }

    private static void Check(Rule rule, JsonElement value, int step, ConditionFrame? around, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in value.EnumerateArray())
                Check(rule, item, step, around, path + "[" + (i++).ToString(CultureInfo.InvariantCulture) + "]");
            return;
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        if (step == rule.Table.Length)
            Check(rule, new ConditionFrame(value, around), path);
        else if (rule.Table[step] == EachValue)
        {
            foreach (var member in value.EnumerateObject())
                Check(rule, member.Value, step + 1, around, Join(path, member.Name));
        }
        else if (value.TryGetProperty(rule.Table[step], out var inner))
        {
            Check(rule, inner, step + 1, new ConditionFrame(value, around), Join(path, rule.Table[step]));
        }
    }

    private static void Check(Rule rule, ConditionFrame table, string path)
    {
        var isThere = table.Json.TryGetProperty(rule.Name, out var value);
        if (rule.IsRequired ? isThere : !isThere || value.ValueKind == JsonValueKind.Null)
            return;
        if (rule.Condition.Holds(table) == rule.IsRequired)
            throw new InvalidBodyException(
                "'" + rule.Name + "' " + (rule.IsRequired ? "must be given" : "only applies") + " if " + rule.Words + ".", Join(path, rule.Name));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private ApiConditions Add(string[] table, string name, string words, ApiCondition condition, bool isRequired)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(words);
        ArgumentNullException.ThrowIfNull(condition);
        _rules.Add(new Rule(table, name, words, condition, isRequired));
        return this;
    }

    private sealed record Rule(string[] Table, string Name, string Words, ApiCondition Condition, bool IsRequired);
}
