using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>
/// Reads <c>with:</c>: constants and links (<c>link Group.Method</c>) that one page prints for members of a schema that it shares with other pages. A member
/// belongs to the schema of <c>body</c> or <c>response</c>. If both name one, the prefix <c>body.</c> or <c>response.</c> says which.
/// </summary>
internal static class MemberValueReader
{
    private const string OfBody = "body.";
    private const string OfResponse = "response.";

    public static SectionDeclaration Read(ReadingContext context, MappingReader keys, SectionDeclaration section)
    {
        if (keys.Find("with") is not { } entry || entry.Value.IsBroken)
            return section;
        if (entry.Value is not YamlMapping mapping)
        {
            context.Report(SpecRules.WrongShape, entry.Key, "with", "a mapping", ReadingContext.Describe(entry.Value));
            return section;
        }

        var hasBody = section.Bodies.Any(static body => body.Kind == BodyKind.Type);
        var hasResponse = section.Responses.Any(static response => response.Kind == BodyKind.Type);
        if (!hasBody && !hasResponse)
            context.Report(SpecRules.WithoutSharedType, entry.Key);

        var ofBody = new List<MemberValue>();
        var ofResponse = new List<MemberValue>();
        foreach (var member in mapping.Entries)
        {
            if (keys.RequireScalar(member.Value, member.Name, member.Key) is not { } scalar)
                continue;
            var value = ReadOne(context, member.Name, scalar, keys.PointerOf("with") + "/" + member.Name);
            if (hasBody && After(OfBody, member.Name) is { } bodyMember)
                ofBody.Add(value with { Name = bodyMember });
            else if (hasResponse && After(OfResponse, member.Name) is { } responseMember)
                ofResponse.Add(value with { Name = responseMember });
            else
            {
                value = value with { IsOfEither = hasBody && hasResponse };
                if (hasBody)
                    ofBody.Add(value);
                if (hasResponse || !hasBody)
                    ofResponse.Add(value);
            }
        }

        return section with
        {
            Body = section.Body is { } body ? WithValues(body) : null,
            OtherBodies = section.OtherBodies.Select(WithValues).ToEquatableArray(),
            ResponseValues = ofResponse.ToEquatableArray(),
        };

        BodyDeclaration WithValues(BodyDeclaration body) => body.Kind == BodyKind.Type ? body with { Values = ofBody.ToEquatableArray() } : body;
    }

    private static string? After(string start, string name)
        => name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal) ? name.Substring(start.Length) : null;

    private static MemberValue ReadOne(ReadingContext context, string name, YamlScalar scalar, string pointer)
    {
        if (RowText.ParseValue(scalar.Value) is not { } value)
        {
            context.Report(SpecRules.UnreadableMemberValue, scalar, scalar.Value);
            return new MemberValue { Name = name, Pointer = pointer };
        }

        if (value is { IsOld: true, Diagnostics.Count: 0 })
            context.Report(SpecRules.OldForm, scalar, name + ": " + RowWriter.WriteValue(value), "");
        foreach (var diagnostic in value.Diagnostics)
            context.Report(diagnostic, scalar);
        if (value.Link is { } link)
            context.Locate(pointer + SpecLocations.Link, context.Text.SpanOf(scalar, link.Offset, link.Length));
        return new MemberValue
        {
            Name = name,
            Constant = value.Constant is { IsNull: false } constant ? constant.Text : null,
            HasNullConstant = value.Constant is { IsNull: true },
            Link = value.Link?.Text,
            Description = value.Description?.Text,
            Pointer = pointer,
        };
    }
}
