using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;

namespace Craftsman.Tests.Support;

/// <summary>Stands between the service and the database, so that the database can go away for one instance alone.</summary>
public sealed class DatabaseRelay : IDisposable
{
    private readonly MySqlConnectionStringBuilder target;
    private readonly TcpListener listener;
    private readonly ConcurrentBag<TcpClient> clients = [];

    public DatabaseRelay(string connectionString)
    {
        target = new MySqlConnectionStringBuilder(connectionString);
        var port = ApiProcess.FreePort();
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        ConnectionString = new MySqlConnectionStringBuilder(connectionString)
        {
            Server = "127.0.0.1",
            Port = (uint)port,
        }.ConnectionString;
        _ = Accept();
    }

    public string ConnectionString { get; }

    /// <summary>How many connections the service has opened.</summary>
    public int Connections => clients.Count / 2;

    /// <summary>Ends every connection and takes no further one.</summary>
    public void Dispose()
    {
        listener.Dispose();
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    private async Task Accept()
    {
        while (true)
        {
            TcpClient near;
            try
            {
                near = await listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            var far = new TcpClient { NoDelay = true };
            near.NoDelay = true;
            clients.Add(near);
            clients.Add(far);
            await far.ConnectAsync(target.Server, (int)target.Port);
            _ = Copy(near, far);
            _ = Copy(far, near);
        }
    }

    private static async Task Copy(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException) { }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
