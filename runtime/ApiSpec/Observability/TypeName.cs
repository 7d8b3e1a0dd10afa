namespace ApiSpec.Observability;

/// <summary>The name of an exception's type in traces, measurements and logs.</summary>
internal static class TypeName
{
    // Without type arguments, because they follow from the operation.
    public static string Of(Exception exception)
    {
        var name = exception.GetType().FullName!;
        var end = name.IndexOf('`');
        return end < 0 ? name : name.Substring(0, end);
    }
}
