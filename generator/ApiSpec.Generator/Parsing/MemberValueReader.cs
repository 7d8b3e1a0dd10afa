using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing.Yaml;

namespace ApiSpec.Generator.Parsing;

/// <summary>Reads <c>with:</c>, what one page prints for members of a table that it shares with others: <c>= constant</c>, <c>link Group.Method</c>, or both.</summary>
internal static class MemberValueReader
{
    public static EquatableArray<MemberValue> Read(ReadingContext context, MappingReader keys, BodyDeclaration? response)
    {
        if (keys.Find("with") is not { } entry || entry.Value.IsBroken)
            return [];
        if (entry.Value is not YamlMapping mapping)
        {
            context.Report(SpecRules.WrongShape, entry.Key, "with", "a mapping", ReadingContext.Describe(entry.Value));
            return [];
        }

        if (response is not { Kind: BodyKind.Type })
            context.Report(SpecRules.WithoutSharedType, entry.Key);

        var values = new List<MemberValue>();
        foreach (var member in mapping.Entries)
        {
            if (keys.RequireScalar(member.Value, member.Name, member.Key) is { } scalar)
                values.Add(ReadOne(context, member.Name, scalar, keys.PointerOf("with") + "/" + member.Name));
        }

        return values.ToEquatableArray();
    }

    private static MemberValue ReadOne(ReadingContext context, string name, YamlScalar scalar, string pointer)
    {
        var text = scalar.Value;
        var dash = text.StartsWith("- ", StringComparison.Ordinal) ? 0 : text.IndexOf(" - ", StringComparison.Ordinal);
        var head = dash < 0 ? text : text.Substring(0, dash).TrimEnd();
        var description = dash < 0 ? null : text.Substring(text.IndexOf('-', dash) + 1).Trim();
        var (link, rest) = RowText.SplitLink(new RowText.Piece(head, 0, head.Length));
        if (link is { } target)
        {
            context.Locate(pointer + SpecLocations.Link, context.Text.SpanOf(scalar, target.Offset, target.Length));
            head = rest?.Text ?? "";
        }

        var constant = head.StartsWith("=", StringComparison.Ordinal) ? head.Substring(1).Trim() : null;
        if (constant is null ? head.Length > 0 || link is null : constant.Length == 0)
            context.Report(SpecRules.UnreadableMemberValue, scalar, text);
        return new MemberValue { Name = name, Constant = constant, Link = link?.Text, Description = description, Pointer = pointer };
    }
}
