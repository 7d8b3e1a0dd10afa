namespace ApiSpec.Xml;

/// <summary>The names of members that are elements, attributes and text, and the characters that XML can hold.</summary>
internal static class XmlNames
{
    /// <summary>The member that holds the text beside attributes or elements.</summary>
    public const string Text = "#text";

    /// <summary>A name without its prefix; that of an attribute keeps its <c>@</c>.</summary>
    public static string Local(string name)
    {
        var colon = name.IndexOf(':');
        return colon < 0 ? name : name[0] == '@' ? name.Remove(1, colon) : name.Substring(colon + 1);
    }

    /// <summary>Whether an element can have the name, or an attribute the name behind <c>@</c> (XML Namespaces 1.0, section 4).</summary>
    public static bool IsName(string member)
    {
        var name = member.Length > 0 && member[0] == '@' ? member.Substring(1) : member;
        var colon = name.IndexOf(':');
        return colon < 0 ? IsLocal(name) : IsLocal(name.Substring(0, colon)) && IsLocal(name.Substring(colon + 1));
    }

    /// <summary>The first character that no XML text can hold, escaped or not (XML 1.0, section 2.2); -1: there is none.</summary>
    public static int IndexOfForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (text[i] is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' || char.IsSurrogate(text[i]))
                return i;
        }

        return -1;
    }

    private static bool IsLocal(string name)
    {
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
            return false;
        foreach (var c in name)
        {
            if (!(char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '\u00B7'))
                return false;
        }

        return true;
    }
}
