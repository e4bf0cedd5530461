namespace Craftsman.Infrastructure.Database;

/// <summary>
/// Reads the key's name from error 1062, the only place where the server says it. MariaDB writes <c>… for key 'tips_quota'</c>,
/// MySQL 8 <c>… for key 'tips.tips_quota'</c>; the name is the last quoted word in both, whatever the entry's value holds.
/// </summary>
public static class DuplicateKey
{
    public static string NameIn(string message)
    {
        var end = message.LastIndexOf('\'');
        var start = end > 0 ? message.LastIndexOf('\'', end - 1) : -1;
        if (start < 0)
        {
            return "";
        }

        var quoted = message[(start + 1)..end];
        return quoted[(quoted.LastIndexOf('.') + 1)..];
    }
}
