using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

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
        if (RowText.ParseValue(scalar.Value) is not { } value)
        {
            context.Report(SpecRules.UnreadableMemberValue, scalar, scalar.Value);
            return new MemberValue { Name = name, Pointer = pointer };
        }

        foreach (var diagnostic in value.Diagnostics)
            context.Report(diagnostic, scalar);
        if (value.Link is { } link)
            context.Locate(pointer + SpecLocations.Link, context.Text.SpanOf(scalar, link.Offset, link.Length));
        return new MemberValue { Name = name, Constant = value.Constant is { IsNull: false } constant ? constant.Text : null, HasNullConstant = value.Constant is { IsNull: true }, Link = value.Link?.Text, Description = value.Description?.Text, Pointer = pointer };
    }
}
