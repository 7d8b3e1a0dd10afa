namespace ApiSpec.Credentials;

/// <summary>The common rules for named values of a credential, in headers and query parameters.</summary>
internal static class CredentialFields
{
    /// <summary>Refuses fields that cannot be sent. No message repeats a value.</summary>
    /// <exception cref="ArgumentException">There is no field, a name is repeated, or a name or a value is empty.</exception>
    public static void Check(IReadOnlyList<KeyValuePair<string, string>> fields, string what, IEqualityComparer<string> names, string parameterName)
    {
        if (fields.Count == 0)
            throw new ArgumentException("A credential needs at least one " + what + ".", parameterName);
        var seen = new HashSet<string>(names);
        foreach (var field in fields)
        {
            if (string.IsNullOrEmpty(field.Key))
                throw new ArgumentException("A " + what + " of a credential needs a name.", parameterName);
            if (string.IsNullOrWhiteSpace(field.Value))
                throw new ArgumentException("The " + what + " '" + field.Key + "' has no value.", parameterName);
            if (!seen.Add(field.Key))
                throw new ArgumentException("The " + what + " '" + field.Key + "' is given twice.", parameterName);
        }
    }

    /// <summary>The only field of a credential. Errors name the parameters of the constructor that takes it.</summary>
    /// <exception cref="ArgumentException">The name or the value is empty.</exception>
    public static KeyValuePair<string, string> Single(string name, string value, string nameParameter, string valueParameter)
    {
        ArgumentNullException.ThrowIfNull(value, valueParameter);
        ArgumentException.ThrowIfNullOrEmpty(name, nameParameter);
        if (value.Trim().Length == 0)
            throw new ArgumentException("'" + name + "' has no value.", valueParameter);
        return new KeyValuePair<string, string>(name, value);
    }
}
